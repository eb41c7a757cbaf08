using System.Text;
using Open311.Protocol.Documents;

namespace Open311.Protocol.Tests.Documents;

public sealed class DecodingTests
{
    const string Xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a>Grüße, 日本 \U0001F680</a>";
    const string Json = "{\"a\": \"Grüße, 日本 \U0001F680\"}";

    [TestCase(DataFormat.Xml)]
    [TestCase(DataFormat.Json)]
    public void Skips_and_reports_a_byte_order_mark(DataFormat format)
    {
        var text = Sample(format);
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)];
        var reading = bytes.Read(format);
        reading.Kinds().Should().Be("ByteOrderMark@1:1");
        reading.Document!.Text.Should().Be(text);
        Value(reading).Should().Be("Grüße, 日本 \U0001F680");
    }

    [Test]
    public void Reads_other_Unicode_encodings_with_and_without_a_mark_and_reports_them(
        [Values] DataFormat format,
        [Values("utf-16", "utf-16BE", "utf-32", "utf-32BE")] string name,
        [Values] bool withMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Sample(format))];
        var reading = bytes.Read(format);
        reading.Kinds().Should().Be("OtherUnicodeEncoding@1:1");
        reading.Defects[0].Message.Should().Contain($"encoded as {name.ToUpperInvariant()}.");
        Value(reading).Should().Be("Grüße, 日本 \U0001F680");
    }

    [Test]
    public void Points_at_the_first_byte_that_is_not_UTF_8_and_names_the_usual_culprit()
    {
        var bytes = Encoding.Latin1.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a>Straße</a>");
        var reading = bytes.Read(DataFormat.Xml);
        reading.Defects.Should().Equal(new Defect(
            DefectKind.NotUtf8,
            "The byte 0xDF at offset 46 of the text is not valid UTF-8. It would be \"ß\" (U+00DF) in ISO-8859-1 or Windows-1252: encode the text as UTF-8 before sending it.",
            new TextPosition(2, 8)));
        Value(reading).Should().Be("Stra\uFFFDe");
    }

    [TestCase("C3", 0)]
    [TestCase("E282", 0)]
    [TestCase("C0AF", 0)]
    [TestCase("EDA080", 0)]
    [TestCase("F4908080", 0)]
    [TestCase("80", 0)]
    [TestCase("C3A4FF", 2)]
    [TestCase("F09F9A80F09F9A", 4)]
    public void Finds_every_kind_of_invalid_sequence(string hex, int offset)
    {
        byte[] bytes = [.. "{\"\n"u8, .. Convert.FromHexString(hex), .. "\": 1}"u8];
        var defect = bytes.Read(DataFormat.Json).Defects[0];
        defect.Kind.Should().Be(DefectKind.NotUtf8);
        defect.Message.Should().Contain($"at offset {offset + 3} of");
        defect.Position.Should().Be(new TextPosition(2, offset == 0 ? 1 : 2));
    }

    [Test]
    public void Does_not_let_the_declaration_steer_the_decoding()
    {
        var reading = "<?xml version='1.0' encoding='utf-16'?><a>ä</a>".Xml();
        Value(reading).Should().Be("ä");
        reading.Document!.DeclaredEncoding.Should().Be("utf-16");
    }

    [Test]
    public void Takes_a_mark_without_anything_after_it_for_an_empty_body()
    {
        new byte[] { 0xEF, 0xBB, 0xBF }.Read(DataFormat.Json).Kinds().Should().Be("ByteOrderMark@1:1 Empty@1:1");
        new byte[] { 0xFF, 0xFE }.Read(DataFormat.Xml).Kinds().Should().Be("OtherUnicodeEncoding@1:1 Empty@1:1");
    }

    [Test]
    public void Reports_a_second_mark_as_foreign_text()
    {
        var reading = ("\uFEFF\uFEFF" + Xml).Xml();
        reading.Kinds().Should().Be("ByteOrderMark@1:1 TextBeforeDeclaration@1:1 NotWellFormed@1:1");
        reading.Defects[1].Message.Should().StartWith("\"[U+FEFF]\" stands before");
    }

    [Test]
    public void Says_that_an_empty_body_is_empty()
    {
        Array.Empty<byte>().Read(DataFormat.Json).Defects.Single().Message.Should().Be("The body is empty; a JSON value was expected.");
        " \n"u8.ToArray().Read(DataFormat.Xml).Defects.Single().Message.Should().Be("The body consists of white space only; an XML document was expected.");
    }

    static string Sample(DataFormat format) => format == DataFormat.Xml ? Xml : Json;

    static string Value(Reading reading) => reading.Document!.Root.Children.FirstOrDefault()?.RawText ?? reading.Document.Root.RawText;
}
