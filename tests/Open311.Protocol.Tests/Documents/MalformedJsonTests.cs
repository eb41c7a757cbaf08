using Open311.Protocol.Documents;

namespace Open311.Protocol.Tests.Documents;

public sealed class MalformedJsonTests
{
    [TestCase("[{\"a\":001}]", "NotWellFormed@1:7", "The number \"001\" has a leading zero, which JSON forbids. Send it as a string, with the zeros, if it is a code.")]
    [TestCase("[\n -007.5]", "NotWellFormed@2:2", "The number \"-007.5\" has a leading zero, which JSON forbids. Send it as a string, with the zeros, if it is a code.")]
    [TestCase("[+1]", "NotWellFormed@1:2", "The number \"+1\" is not written as JSON demands: digits on both sides of a decimal point, and no plus sign before it.")]
    [TestCase("[.5]", "NotWellFormed@1:2", "The number \".5\" is not written as JSON demands: digits on both sides of a decimal point, and no plus sign before it.")]
    [TestCase("[1.]", "NotWellFormed@1:2", "The number \"1.\" is not written as JSON demands: digits on both sides of a decimal point, and no plus sign before it.")]
    [TestCase("[NaN]", "NotWellFormed@1:2", "\"NaN\" is no JSON number. Send null, or leave the member out.")]
    [TestCase("[-Infinity]", "NotWellFormed@1:2", "\"-Infinity\" is no JSON number. Send null, or leave the member out.")]
    [TestCase("[None]", "NotWellFormed@1:2", "\"None\" is no JSON value. Send null, or leave the member out.")]
    [TestCase("[True]", "NotWellFormed@1:2", "\"True\" is no JSON value; true and false are written in lower case.")]
    [TestCase("[1,]", "NotWellFormed@1:3", "A comma stands before a closing bracket. JSON forbids a trailing comma: leave it out.")]
    [TestCase("{\"a\":1 ,\n}", "NotWellFormed@1:8", "A comma stands before a closing bracket. JSON forbids a trailing comma: leave it out.")]
    [TestCase("[1 /* one */]", "NotWellFormed@1:4", "The comment \"/* one */\" was found; JSON knows no comments. Leave it out.")]
    [TestCase("[1] // one\n", "NotWellFormed@1:5", "After the end of the JSON value comes \"// one\"; nothing may follow it. It was not read.")]
    [TestCase("[\"ä\n\"]", "NotWellFormed@1:4", "The control character U+000A stands unescaped in a string. Send \\n instead.")]
    [TestCase("[\"\t\"]", "NotWellFormed@1:3", "The control character U+0009 stands unescaped in a string. Send \\t instead.")]
    [TestCase("[\"\u0001\"]", "NotWellFormed@1:3", "The control character U+0001 stands unescaped in a string. Send \\u0001 instead.")]
    [TestCase("[\"it\\'s\"]", "NotWellFormed@1:5", "\"\\'\" is no JSON escape. Send a backslash as \"\\\\\", an apostrophe as it is.")]
    [TestCase("[\"C:\\x\"]", "NotWellFormed@1:5", "\"\\x\" is no JSON escape. Send a backslash as \"\\\\\", an apostrophe as it is.")]
    [TestCase("[\"\\u12G4\"]", "NotWellFormed@1:3", "\"\\u\" is no JSON escape. Send a backslash as \"\\\\\", an apostrophe as it is.")]
    [TestCase("[\"\\uD83D\"]", "LoneSurrogate@1:2", "A \\u escape in this string gives half of a surrogate pair, which is no character. Send both halves, or the character itself in UTF-8.")]
    [TestCase("{\"\\uDE80\": 1}", "LoneSurrogate@1:2", "A \\u escape in this string gives half of a surrogate pair, which is no character. Send both halves, or the character itself in UTF-8.")]
    [TestCase("<br />Notice: x\n[1]", "NotWellFormed@1:1", "\"<br />Notice: x\" stands before the JSON value. Send the value alone.")]
    [TestCase("[1]<br />Notice", "NotWellFormed@1:4", "After the end of the JSON value comes \"<br />Notice\"; nothing may follow it. It was not read.")]
    [TestCase("[1][2]", "NotWellFormed@1:4", "After the end of the JSON value comes \"[2]\"; nothing may follow it. It was not read.")]
    [TestCase("{\"a\":1,\n \"b\":2, \"a\":3}", "DuplicateMember@2:9", "The object has the member \"a\" more than once; only the first was read. Send each name once.")]
    [TestCase("{\"a\":1,\"\\u0061\":[3]}", "DuplicateMember@1:8", "The object has the member \"a\" more than once; only the first was read. Send each name once.")]
    public void Goes_on_after(string text, string defects, string message)
    {
        var reading = text.Json();
        reading.Kinds().Should().Be(defects);
        reading.Defects[0].Message.Should().Be(message);
        reading.Document.Should().NotBeNull();
        reading.Document!.Text.Should().Be(text);
    }

    [TestCase("[1, 2", 1, 6, "The document ends before its objects and arrays are closed. It seems to be cut off.")]
    [TestCase("[{\"a\": \"Main str", 1, 8, "The string \"\"Main str\" is never closed. The document seems to be cut off.")]
    [TestCase("[1, , 2]", 1, 5, "A value is missing before \", 2]\".")]
    [TestCase("{a: 1}", 1, 2, "The member name \"a\" stands outside quotes. Put it in double quotes.")]
    [TestCase("{'a': 1}", 1, 2, "A single quote was found; JSON strings and member names stand in double quotes.")]
    [TestCase("{\"a\": open}", 1, 7, "\"open\" stands outside quotes and is no JSON value. Put text in double quotes.")]
    [TestCase("[1 2]", 1, 4, "The value \"2\" was found where none was expected; a comma or a member name before it is missing.")]
    [TestCase("[1 \"2\"]", 1, 4, "\"\"2\"]\" was found here; a comma or a colon before it is missing.")]
    [TestCase("[{} {}]", 1, 5, "\"{}]\" was found here; a comma or a member name before it is missing.")]
    [TestCase("{\"a\": 1]", 1, 8, "The bracket \"]\" was found here, but another bracket is open, or a value is still missing.")]
    [TestCase("{\"a\"}", 1, 5, "\"}\" was found where it may not stand: an unknown escape, or a colon or comma is missing.")]
    [TestCase("\n<html><body>Not found</body></html>", 2, 1, "\"<html><body>Not found</body></html>\" was found where a JSON value was expected: this is markup, perhaps an HTML error page or XML.")]
    [TestCase("Not found", 1, 1, "The body begins with \"Not found\"; a JSON array or object was expected.")]
    [TestCase("501 Not Implemented", 1, 1, "The body begins with \"501 Not Implemented\"; a JSON array or object was expected.")]
    [TestCase("[1 / 2]", 1, 4, "A comment was found, which JSON does not know. Leave it out.")]
    public void Gives_up_on(string text, int line, int column, string message)
    {
        var reading = text.Json();
        reading.Document.Should().BeNull();
        reading.Defects.Should().Equal(new Defect(DefectKind.NotWellFormed, message, new TextPosition(line, column)));
    }

    [Test]
    public void Keeps_what_mended_values_said()
    {
        var root = "{\"a\":001, \"b\":NaN, \"c\":True, \"d\":None, \"e\":\"x\ny\", \"f\":\"it\\'s\", \"g\":\"C:\\x\", \"h\":[1,], \"i\":\"\\uD83Dz\", \"j\":+.5e1}".Json().Document!.Root;
        root.Children.Select(c => (c.Name, c.Raw, c.RawText)).Should().Equal(
            ("a", RawKind.JsonNumber, "001"),
            ("b", RawKind.JsonNumber, "NaN"),
            ("c", RawKind.JsonBoolean, "true"),
            ("d", RawKind.JsonNull, ""),
            ("e", RawKind.JsonString, "x\ny"),
            ("f", RawKind.JsonString, "it's"),
            ("g", RawKind.JsonString, "C:\\x"),
            ("h", RawKind.JsonArray, ""),
            ("i", RawKind.JsonString, "\uFFFDz"),
            ("j", RawKind.JsonNumber, "+.5e1"));
    }

    [TestCase("FALSE", RawKind.JsonBoolean, "false")]
    [TestCase("NULL", RawKind.JsonNull, "")]
    [TestCase("nil", RawKind.JsonNull, "")]
    [TestCase("undefined", RawKind.JsonNull, "")]
    [TestCase("-NaN", RawKind.JsonNumber, "-NaN")]
    [TestCase("Infinity", RawKind.JsonNumber, "Infinity")]
    [TestCase("inf", RawKind.JsonNumber, "inf")]
    [TestCase("-inf", RawKind.JsonNumber, "-inf")]
    public void Knows_what_words_of_other_languages_mean(string word, RawKind kind, string text)
    {
        var reading = $"[{word}, 1]".Json();
        reading.Kinds().Should().Be("NotWellFormed@1:2");
        reading.Document!.Root.Children.Select(c => (c.Raw, c.RawText)).Should().Equal((kind, text), (RawKind.JsonNumber, "1"));
    }

    [Test]
    public void Leaves_what_is_right_beside_what_is_mended()
    {
        var reading = """["\"\\\/\b\f\n\r\t\u00e4\x\u00g4\u004", 01]""".Json();
        reading.Kinds().Should().Be("NotWellFormed@1:25 NotWellFormed@1:27 NotWellFormed@1:33 NotWellFormed@1:41");
        reading.Document!.Root.Children.Select(c => c.RawText).Should().Equal("\"\\/\b\f\n\r\tä\\x\\u00g4\\u004", "01");
    }

    [TestCase("[1, // one\n 2]", 2, 2)]
    [TestCase("[/* a */ 1, /**/ 2]", 1, 18)]
    [TestCase("[1, 2 //\n]", 1, 5)]
    public void Reads_on_after_comments(string text, int line, int column)
    {
        var reading = text.Json();
        reading.Defects.Should().NotBeEmpty().And.OnlyContain(d => d.Message.Contains("JSON knows no comments"));
        reading.Document!.Root.Children.Select(c => c.RawText).Should().Equal("1", "2");
        reading.Document.Root.Children[^1].Position.Should().Be(new TextPosition(line, column));
    }

    [TestCase("[1, /* 2]")]
    [TestCase("[1, // 2]")]
    public void Does_not_end_a_comment_that_goes_on(string text) => text.Json().Document.Should().BeNull();

    [Test]
    public void Tells_what_was_wrong_before_it_gave_up()
    {
        var reading = "{\"a\":1,\n\"a\":2,\n\"b\" 3}".Json();
        reading.Document.Should().BeNull();
        reading.Kinds().Should().Be("DuplicateMember@2:1 NotWellFormed@3:5");
    }

    [Test]
    public void Tells_what_is_wrong_in_a_mended_document()
    {
        var reading = "{\"a\":01,\"a\":2}".Json();
        reading.Kinds().Should().Be("NotWellFormed@1:6 DuplicateMember@1:9");
        reading.Document!.Root.Children.Should().ContainSingle().Which.RawText.Should().Be("01");
    }

    [Test]
    public void Tells_the_first_mistake_where_mending_is_not_enough()
    {
        var reading = "[01,\n{\"a\" 2}]".Json();
        reading.Document.Should().BeNull();
        reading.Defects.Should().ContainSingle().Which.Message.Should().StartWith("The number \"01\" has a leading zero");
    }

    [Test]
    public void Takes_long_names_for_what_they_are()
    {
        var name = new string('n', 65);
        var reading = $"{{\"{name}\":1,\"{name}x\":2,\"{name}\":3}}".Json();
        reading.Defects.Should().ContainSingle().Which.Kind.Should().Be(DefectKind.DuplicateMember);
        reading.Document!.Root.Children.Select(c => c.Name).Should().Equal(name, name + "x");
    }

    [Test]
    public void Tells_every_mended_place_by_the_original_document()
    {
        var reading = "[\n{\"code\":001, \"name\":\"a\tb\", },\n{\"code\":002, \"last\" : 3}]".Json();
        reading.Kinds().Should().Be("NotWellFormed@2:9 NotWellFormed@2:23 NotWellFormed@2:26 NotWellFormed@3:9");
        var root = reading.Document!.Root;
        root.Children[0].Child("name")!.Position.Should().Be(new TextPosition(2, 14));
        root.Children[1].Position.Should().Be(new TextPosition(3, 1));
        root.Children[1].Child("code")!.Position.Should().Be(new TextPosition(3, 2));
        root.Children[1].Child("last")!.Position.Should().Be(new TextPosition(3, 14));
    }

    [Test]
    public void Keeps_the_first_of_duplicate_members_and_reads_on_below_the_second()
    {
        var reading = "{\"a\":1,\"a\":{\"b\":1,\"b\":[2]},\"c\":3}".Json();
        reading.Kinds().Should().Be("DuplicateMember@1:8 DuplicateMember@1:19");
        reading.Document!.Root.Children.Select(c => $"{c.Pointer}={c.RawText}").Should().Equal("/a=1", "/c=3");
    }

    [Test]
    public void Finds_duplicates_among_many_members()
    {
        var members = Enumerable.Range(0, 100).Select(i => $"\"m{i}\":{i}");
        var reading = $"{{{string.Join(',', members)},\"m3\":0,\"m99\":0}}".Json();
        reading.Defects.Select(d => d.Kind).Should().Equal(DefectKind.DuplicateMember, DefectKind.DuplicateMember);
        reading.Document!.Root.Children.Should().HaveCount(100);
    }

    [Test]
    public void Gives_up_mending_where_mistakes_come_by_the_ten_thousands()
    {
        var reading = $"[{string.Join(',', Enumerable.Repeat("01", 20_000))}]".Json();
        reading.Document.Should().BeNull();
        reading.Defects.Single().Message.Should().StartWith("The number \"01\" has a leading zero");
    }
}
