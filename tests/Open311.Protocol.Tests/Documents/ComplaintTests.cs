using System.Text;
using Open311.Protocol.Documents;

namespace Open311.Protocol.Tests.Documents;

/// <summary>What a vendor reads about a broken body: the culprit, the place, and what to do.</summary>
public sealed class ComplaintTests
{
    [TestCase("NaN", "Send null, or leave the member out.")]
    [TestCase("-NaN", "Send null, or leave the member out.")]
    [TestCase("Infinity", "Send null, or leave the member out.")]
    [TestCase("-Infinity", "Send null, or leave the member out.")]
    [TestCase("inf", "Send null, or leave the member out.")]
    [TestCase("-Inf", "Send null, or leave the member out.")]
    [TestCase("True", "true and false are written in lower case.")]
    [TestCase("FALSE", "true and false are written in lower case.")]
    [TestCase("NULL", "Send null, or leave the member out.")]
    [TestCase("None", "Send null, or leave the member out.")]
    [TestCase("nil", "Send null, or leave the member out.")]
    [TestCase("undefined", "Send null, or leave the member out.")]
    [TestCase("open", "Put text in double quotes.")]
    [TestCase("01", "has a leading zero")]
    [TestCase("-09", "has a leading zero")]
    [TestCase("1.", "is not written as JSON demands")]
    [TestCase("+1", "is not written as JSON demands")]
    public void A_word_outside_quotes_is_named_with_what_to_send(string word, string advice)
    {
        var defect = $"{{\"a\": {word}}}".Json().Defects[0];
        defect.Message.Should().Contain($"\"{word}\"").And.Contain(advice);
        defect.Position.Should().Be(new TextPosition(1, 7));
    }

    [TestCase("[1,,2]", "A value is missing before ")]
    [TestCase("[1", "The document ends before its objects and arrays are closed. It seems to be cut off.")]
    [TestCase("[true", "The document ends before its objects and arrays are closed. It seems to be cut off.")]
    [TestCase("[\"abc", "is never closed. The document seems to be cut off.")]
    [TestCase("[\"abc\\\"", "is never closed. The document seems to be cut off.")]
    [TestCase("[1 2]", "The value \"2\" was found where none was expected")]
    [TestCase("[1] 2", "After the end of the JSON value comes \"2\"; nothing may follow it. It was not read.")]
    [TestCase("{a:1}", "The member name \"a\" stands outside quotes. Put it in double quotes.")]
    [TestCase("[\"a\rb\"]", "Send \\r instead.")]
    [TestCase("[\"a\nb\"]", "Send \\n instead.")]
    [TestCase("[\"a\tb\"]", "Send \\t instead.")]
    [TestCase("[\"a\u0001b\"]", "Send \\u0001 instead.")]
    [TestCase("[\"a\u001fb\"]", "Send \\u001f instead.")]
    [TestCase("{\"a\":1]", "another bracket is open")]
    [TestCase("[{} {}]", "a comma or a member name before it is missing.")]
    public void A_broken_document_is_explained(string json, string sentence) => json.Json().Defects.Should().Contain(d => d.Message.Contains(sentence));

    [Test]
    public void A_blank_in_a_string_is_no_control_character() => "[\"a b\"]".Json().Defects.Should().BeEmpty();

    [Test]
    public void Other_encodings_say_how_they_were_recognised()
    {
        const string Xml = "<services/>";
        Message(Encoding.Unicode.GetBytes(Xml)).Should().StartWith("The pattern of its zero bytes shows that the body is encoded as UTF-16.");
        Message([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Xml)]).Should().StartWith("The byte order mark shows that the body is encoded as UTF-16.");
        Message(Encoding.BigEndianUnicode.GetBytes(Xml)).Should().Contain("UTF-16BE");
        Message(Encoding.UTF32.GetBytes(Xml)).Should().Contain("UTF-32.");
        Message(new UTF32Encoding(true, false).GetBytes(Xml)).Should().Contain("UTF-32BE");
        Message([.. new UTF32Encoding(true, true).GetPreamble(), .. new UTF32Encoding(true, false).GetBytes(Xml)]).Should().StartWith("The byte order mark shows").And.Contain("UTF-32BE");
        Message([0xEF, 0xBB, 0xBF, .. "<services/>"u8]).Should().StartWith("The body begins with a UTF-8 byte order mark (EF BB BF). Leave it out");
    }

    [TestCase(new byte[] { 0xE9, 0x3C }, "It would be \"é\" (U+00E9) in ISO-8859-1")]
    [TestCase(new byte[] { 0xA0, 0x3C }, "It would be ")]
    [TestCase(new byte[] { 0x9F, 0x3C }, " Encode the text as UTF-8 before sending it.")]
    [TestCase(new byte[] { 0xE9, 0x80 }, " Encode the text as UTF-8 before sending it.")]
    [TestCase(new byte[] { 0xE9 }, " Encode the text as UTF-8 before sending it.")]
    public void A_bad_byte_is_shown_as_what_it_would_be(byte[] bad, string guess)
    {
        var defect = ((byte[])[.. "<a>\nx"u8, .. bad]).Read(DataFormat.Xml).Defects.First(d => d.Kind == DefectKind.NotUtf8);
        defect.Message.Should().Be($"The byte 0x{bad[0]:X2} at offset 5 of the text is not valid UTF-8.{defect.Message[(defect.Message.IndexOf("UTF-8.", StringComparison.Ordinal) + 6)..]}").And.Contain(guess);
        defect.Position.Should().Be(new TextPosition(2, 2));
        defect.Message.Contains("It would be").Should().Be(guess.Contains("It would be", StringComparison.Ordinal));
    }

    [TestCase("[\n1,\n01]", 3, 1)]
    [TestCase("[\r\n1,\r\n01]", 3, 1)]
    [TestCase("[\r1,\r01]", 3, 1)]
    [TestCase("[\"é\", 01]", 1, 7)]
    public void Lines_are_counted_however_they_end(string json, int line, int column) =>
        json.Json().Defects.Should().Contain(d => d.Position == new TextPosition(line, column));

    [TestCase("<a>\n<b></c></a>", 2)]
    [TestCase("<a>\r<b></c></a>", 2)]
    [TestCase("<a>\r\n\r\n<b></c></a>", 3)]
    public void So_are_those_of_XML(string xml, int line) => xml.Xml().Defects.Should().Contain(d => d.Position.Line == line);

    [Test]
    public void What_is_shown_is_cut_at_forty_characters()
    {
        Shown($"[{new string('x', 40)}]").Should().Contain($"\"{new string('x', 40)}\"");
        Shown($"[{new string('x', 41)}]").Should().Contain($"\"{new string('x', 40)}…\"");
    }

    [Test]
    public void Masses_of_one_defect_are_counted()
    {
        Reading Of(int count) => $"[{string.Join(',', Enumerable.Repeat("01", count))}]".Json();
        Of(20).Defects.Should().HaveCount(20).And.NotContain(d => d.Message.Contains("more defects"));
        Of(21).Defects.Should().HaveCount(21).And.Contain(d => d.Message == "1 more defects of this kind were found; only the first 20 are listed.");
        Of(25).Defects.Should().HaveCount(21).And.Contain(d => d.Message == "5 more defects of this kind were found; only the first 20 are listed.");
    }

    [TestCase(DataFormat.Xml, "xml", "text/xml")]
    [TestCase(DataFormat.Json, "json", "application/json")]
    public void Formats_have_an_extension_and_a_media_type(DataFormat format, string extension, string mediaType)
    {
        format.Extension().Should().Be(extension);
        format.MediaType().Should().Be(mediaType);
    }

    static string Message(byte[] bytes) => bytes.Read(DataFormat.Xml).Defects[0].Message;

    static string Shown(string json) => json.Json().Defects[0].Message;
}
