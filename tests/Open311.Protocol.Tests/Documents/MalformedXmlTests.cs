using Open311.Protocol.Documents;

namespace Open311.Protocol.Tests.Documents;

public sealed class MalformedXmlTests
{
    const string Declaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    [TestCase("", "Empty@1:1")]
    [TestCase(" \r\n\t", "Empty@1:1")]
    [TestCase("<a/>", "DeclarationMissing@1:1")]
    [TestCase("<?xml version='1.0'?><a/>", "DeclarationWithoutEncoding@1:1")]
    [TestCase("<?xml version='1.0' encoding='iso-8859-1'?><a/>", "DeclarationNamesOtherEncoding@1:1")]
    [TestCase("<?xml version='1.0' encoding='utf8'?><a/>", "DeclarationNamesOtherEncoding@1:1")]
    [TestCase("<?xml version='1.0' encoding='utf-16'?><a/>", "DeclarationNamesOtherEncoding@1:1")]
    [TestCase("\n" + Declaration + "<a/>", "TextBeforeDeclaration@1:1 NotWellFormed@1:1")]
    [TestCase("<br />\n<b>Notice</b>: x" + Declaration + "<a/>", "TextBeforeDeclaration@1:1 NotWellFormed@1:1")]
    [TestCase("<?xml version='1.1' encoding='utf-8'?><a/>", "NotWellFormed@1:1")]
    [TestCase("<?xml encoding='utf-8' version='1.0'?><a/>", "NotWellFormed@1:1")]
    [TestCase("<?xml version='1.0' encoding='utf-8' standalone='maybe'?><a/>", "NotWellFormed@1:1")]
    [TestCase("<?xml version='1.0' encoding='utf-8' lang='de'?><a/>", "NotWellFormed@1:1")]
    [TestCase("<?xml version='1.0' encoding='utf-8' rubbish?><a/>", "NotWellFormed@1:1")]
    [TestCase("<?xml encoding='utf-8'?><a/>", "NotWellFormed@1:1")]
    [TestCase(Declaration + "\n<!DOCTYPE a SYSTEM \"a.dtd\"><a/>", "DocumentType@2:1")]
    [TestCase(Declaration + "<!-- c -->\n<?p?> <!DOCTYPE a [<!ENTITY x \"]>\"> <!-- ' -->]><a/>", "DocumentType@2:7")]
    [TestCase(Declaration + "<a>x&nbsp;y</a>", "EntityReference@1:43 NotWellFormed@1:43")]
    [TestCase(Declaration + "\n<!DOCTYPE a [<!ENTITY x 'y'>]>\n<a b='&x;'/>", "DocumentType@2:1 EntityReference@3:7 NotWellFormed@3:7")]
    [TestCase(Declaration + "<a>Fish & Chips</a>", "NotWellFormed@1:47")]
    [TestCase(Declaration + "<a href='?a=1&b=2'/>", "NotWellFormed@1:52")]
    [TestCase(Declaration + "\n<a>&#0;</a>", "NotWellFormed@2:4")]
    [TestCase(Declaration + "\n<a>&#xD800;</a>", "NotWellFormed@2:4")]
    [TestCase(Declaration + "\n<a>&#99999999999;</a>", "NotWellFormed@2:4")]
    [TestCase(Declaration + "\n<a>&#x110000;</a>", "NotWellFormed@2:4")]
    [TestCase(Declaration + "\n<a>ä\u0001</a>", "NotWellFormed@2:5")]
    [TestCase(Declaration + "\r\n<a>\uD83D\uDE80\uFFFF</a>", "NotWellFormed@2:5")]
    [TestCase(Declaration + "<a/>text", "NotWellFormed@1:43")]
    [TestCase(Declaration + "<a/>\n<b/>", "NotWellFormed@2:2")]
    [TestCase(Declaration + "<x:a/>", "NotWellFormed@1:39")]
    [TestCase(Declaration + "<a><b xsi:nil='true'/></a>", "NotWellFormed@1:42")]
    public void Goes_on_after(string text, string defects)
    {
        var reading = text.Xml();
        reading.Kinds().Should().Be(defects);
        (reading.Document is null).Should().Be(text.Trim().Length == 0);
    }

    [TestCase(Declaration + "<a><b></a>", "NotWellFormed@1:47")]
    [TestCase(Declaration + "\n<a>1 < 2</a>", "NotWellFormed@2:7")]
    [TestCase(Declaration + "\n<a b='1' b='2'/>", "NotWellFormed@2:10")]
    [TestCase(Declaration + "\n<a b=1/>", "NotWellFormed@2:6")]
    [TestCase(Declaration + "\n<a><b>", "NotWellFormed@2:7")]
    [TestCase(Declaration + "\n<a>ä\uD83D\uDE80<1></a>", "NotWellFormed@2:7")]
    [TestCase(Declaration + "\n<a>]]></a>", "NotWellFormed@2:4")]
    [TestCase(Declaration, "NotWellFormed@1:39")]
    [TestCase("<?xml version='1.0'", "NotWellFormed@1:1 NotWellFormed@1:20")]
    [TestCase("{\"a\": 1}", "DeclarationMissing@1:1 NotWellFormed@1:1")]
    [TestCase("Use of $_[0] & $_[1]", "DeclarationMissing@1:1 NotWellFormed@1:1")]
    [TestCase("<html><p>a & b<br></html>", "DeclarationMissing@1:1 NotWellFormed@1:21")]
    [TestCase("Not found", "DeclarationMissing@1:1 NotWellFormed@1:1")]
    [TestCase("<!DOCTYPE html>\n<html><p>x<br></html>", "DeclarationMissing@1:1 DocumentType@1:1 NotWellFormed@2:17")]
    public void Gives_up_on(string text, string defects)
    {
        var reading = text.Xml();
        reading.Kinds().Should().Be(defects);
        reading.Document.Should().BeNull();
    }

    [TestCase("<?xml version='1.0' encoding='UTF-8' standalone='yes'?><a/>")]
    [TestCase("<?xml\tversion = \"1.0\"\n encoding = 'Utf-8' ?>\n<!-- <?xml version='1.0'?> --><a/>\n<!-- c --><?p?>\n")]
    [TestCase(Declaration + "<a>&amp;&lt;&gt;&quot;&apos;&#160;&#x1F680;<![CDATA[&nbsp; & <?xml ?>]]><!-- &x; & --><?p &x;?></a>")]
    [TestCase(Declaration + "<x:a xmlns:x='urn:x' x:b='1' xml:lang='de'/>")]
    public void Finds_nothing_wrong_with(string text) => text.Xml().Kinds().Should().BeEmpty();

    [Test]
    public void Shows_unresolved_references_and_bare_ampersands_as_they_were_sent()
    {
        var root = (Declaration + "<a b='&x;&amp;'>R&D &nbsp;&amp;&#38;<![CDATA[&y;]]></a>").Xml().Document!.Root;
        root.RawText.Should().Be("R&D &nbsp;&&&y;");
        root.Attributes.Single().Value.Should().Be("&x;&");
    }

    [Test]
    public void Does_not_mistake_private_characters_for_mended_ones()
    {
        var text = string.Concat(Enumerable.Range(0xE0A0, 20).Select(c => (char)c));
        (Declaration + $"<a>{text}&#xE0B6; & x</a>").Xml().Document!.Root.RawText.Should().Be(text + "\uE0B6 & x");
        (Declaration + "<a>&#xE0A7;&#57512;&#x0e0a9; & x</a>").Xml().Document!.Root.RawText.Should().Be("\uE0A7\uE0A8\uE0A9 & x");
    }

    [Test]
    public void Refuses_references_when_the_text_uses_every_stand_in()
    {
        var text = string.Concat(Enumerable.Range(0xE000, 0x1900).Select(c => (char)c));
        var reading = (Declaration + $"<a>{text} & x</a>").Xml();
        reading.Kinds().Should().Be("NotWellFormed@1:6444");
        reading.Document.Should().BeNull();
    }

    [Test]
    public void Replaces_forbidden_characters()
    {
        (Declaration + "<a>x\u0000\u001B&#9;y</a>").Xml().Document!.Root.RawText.Should().Be("x\uFFFD\uFFFD\ty");
    }

    [Test]
    public void Counts_defects_that_come_in_masses()
    {
        var defects = (Declaration + $"<a>{new string('&', 1000)}</a>").Xml().Defects;
        defects.Should().HaveCount(21);
        defects[^1].Message.Should().Be("980 more defects of this kind were found; only the first 20 are listed.");
    }

    [TestCase("<a>Fish & Chips</a>", "A bare ampersand stands where a reference must begin. Send \"&\" in text and attributes as \"&amp;\".")]
    [TestCase("<a>1 < 2</a>", "The document is not well-formed: Name cannot begin with the ' ' character, hexadecimal value 0x20. A \"<\" in text must be sent as \"&lt;\".")]
    [TestCase("<a><b>", "The document is not well-formed: Unexpected end of file has occurred. The following elements are not closed: b, a. The document seems to be cut off.")]
    [TestCase("<a/><b/>", "Something follows the end of the root element, where only comments and processing instructions may stand. It was not read.")]
    [TestCase("<a>\u0007</a>", "The character U+0007 stands in the document; XML 1.0 forbids it, even as a reference. Remove it before sending.")]
    [TestCase("<g:a/>", "The prefix \"g\" of \"g:a\" is declared nowhere. Leave the prefix out: standard elements have none.")]
    public void Says_what_is_wrong(string body, string message) =>
        (Declaration + body).Xml().Defects.Should().ContainSingle(d => d.Kind == DefectKind.NotWellFormed).Which.Message.Should().Be(message);

    [Test]
    public void Shows_nothing_invisible_in_messages()
    {
        var reading = "\u0007\u202E\n{Notice}<?xml version='1.0' encoding='utf-8'?><a/>".Xml();
        reading.Defects[0].Message.Should().Be("\"[U+0007][U+202E][U+000A]{Notice}\" stands before the XML declaration. The declaration must be the very first thing sent.");
    }
}
