using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using CsCheck;
using Open311.Protocol.Documents;
using Open311.Protocol.Tests.Writing;
using Open311.Protocol.Writing;

namespace Open311.Protocol.Tests.Documents;

/// <summary>Compares our trees and our idea of what is sound with those of the platform's own parsers.</summary>
public sealed class OracleTests
{
    const string Declaration = "<?xml version='1.0' encoding='utf-8'?>";

    static readonly Gen<string> XmlLike = Generators.OneOf(
            "<a>", "</a>", "<a/>", "<b c='1'>", "</b>", "<a xmlns:p='u'>", "<p:a/>", "text", " ", "\r\n", "&amp;", "&#65;", "&#xD;", "&#0;", "&", "&x;", "<", ">", "]]>",
            "<![CDATA[", "]]>", "<!--", "-->", "--", "<?p ", "?>", "ä\U0001F680", "\u0001", "\uFFFE", "c='1'", "\"", "<b c='&lt;' d=\"'\"/>", "<a xml:space='preserve'>", "\uE0A7")
        .Array[0, 12].Select(parts => $"<r>{string.Concat(parts)}</r>");

    static readonly Gen<string> JsonLike = Generators.OneOf(
            "[", "]", "{", "}", ",", ":", "\"a\"", "\"b\"", "\"\\u0061\"", "1", "-0.5e3", "01", "1.", "-", "true", "false", "null", "NaN", "True", " ", "\n", "\"\\x\"", "\"\t\"", "\"ä\U0001F680\"",
            "/**/", "//", "\"", "\\", "'", "{\"a\":1}", "[1,2]", "\"a\":", ",\"b\":2", "\"\\ud83d\\ude80\"")
        .Array[0, 10].Select(string.Concat);

    [Test]
    public void Agrees_on_which_XML_is_well_formed() => XmlLike.Always(
        xml =>
        {
            var reading = (Declaration + xml).Xml();
            (reading.Defects.Count == 0).Should().Be(ReadsAsXml(Declaration + xml), "of {0} we say: {1}", xml, reading.Kinds());
        },
        iter: 20_000);

    [Test]
    public void Agrees_on_which_JSON_is_well_formed() => JsonLike.Always(
        json =>
        {
            var reading = json.Json();
            var isSound = reading.Defects.All(d => d.Kind == DefectKind.DuplicateMember);
            isSound.Should().Be(ReadsAsJson(json), "of {0} we say: {1}", json, reading.Kinds());
        },
        iter: 20_000);

    [Test]
    public void Sees_the_same_XML_tree() => Gen.Select(Generators.AnyDatum, Generators.Style).Always((datum, style) =>
    {
        var bytes = ResourceWriter.Write(new Resource("root", datum), DataFormat.Xml, style);
        using var stream = new MemoryStream(bytes);
        var theirs = XDocument.Load(stream, LoadOptions.PreserveWhitespace | LoadOptions.SetLineInfo);
        AssertSame(bytes.Read(DataFormat.Xml).Root(), theirs.Root!);
    });

    [Test]
    public void Sees_the_same_XML_tree_in_mixed_content() => XmlLike.Where(x => ReadsAsXml(Declaration + x)).Always(
        xml => AssertSame((Declaration + xml).Xml().Root(), XDocument.Parse(xml, LoadOptions.PreserveWhitespace).Root!), iter: 300);

    [TestCase("<r>--<a/> <a/>--</r>", "----")]
    [TestCase("<r> <a/>--</r>", "--")]
    [TestCase("<r>1<a/> <![CDATA[2]]> <a/>\n</r>", "1 2")]
    [TestCase("<r>1<a/> <!-- --> <a/>2</r>", "12")]
    [TestCase("<r> <![CDATA[ ]]>1 </r>", "1")]
    public void Takes_white_space_between_children_for_nobody_s_text(string xml, string text) => (Declaration + xml).Xml().Root().Text.Should().Be(text);

    [Test]
    public void Sees_the_same_JSON_tree() => Gen.Select(Generators.AnyDatum, Generators.Style).Always((datum, style) =>
    {
        var bytes = ResourceWriter.Write(new Resource("root", datum), DataFormat.Json, style);
        using var theirs = JsonDocument.Parse(bytes);
        AssertSame(bytes.Read(DataFormat.Json).Root(), theirs.RootElement);
    });

    [Test]
    public void Points_where_the_pointer_leads() => Gen.Select(Generators.AnyDatum, Generators.Style).Always((datum, style) =>
    {
        var bytes = ResourceWriter.Write(new Resource("root", datum), DataFormat.Xml, style);
        using var stream = new MemoryStream(bytes);
        var theirs = XDocument.Load(stream, LoadOptions.PreserveWhitespace);
        foreach (var node in bytes.Read(DataFormat.Xml).Root().Descendants())
            Own(System.Xml.XPath.Extensions.XPathSelectElement(theirs, node.Pointer)!).Should().Be(node.Text);
    });

    static void AssertSame(Node ours, XElement theirs)
    {
        (ours.Name, ours.NamespaceUri).Should().Be((theirs.Name.LocalName, theirs.Name.NamespaceName));
        ours.Attributes.Select(a => (a.LocalName, a.Value)).Should().Equal(theirs.Attributes().Select(a => (a.Name.LocalName, a.Value)));
        ours.Text.Should().Be(Own(theirs));
        var children = theirs.Elements().ToList();
        ours.Children.Should().HaveCount(children.Count);
        for (var i = 0; i < children.Count; i++)
            AssertSame(ours.Children[i], children[i]);
    }

    static string Own(XElement element)
    {
        // What stands between two tags is one piece, however many sections and comments it is made of.
        List<string> pieces = [""];
        foreach (var node in element.Nodes())
        {
            if (node is XElement)
                pieces.Add("");
            else if (node is XText text)
                pieces[^1] += text.Value;
        }

        return string.Concat(element.HasElements ? pieces.Where(p => p.Trim(' ', '\t', '\r', '\n').Length > 0) : pieces).Trim();
    }

    static void AssertSame(Node ours, JsonElement theirs)
    {
        switch (theirs.ValueKind)
        {
            case JsonValueKind.Object:
                ours.Raw.Should().Be(RawKind.JsonObject);
                var members = theirs.EnumerateObject().ToList();
                ours.Children.Select(c => c.Name).Should().Equal(members.Select(m => m.Name));
                for (var i = 0; i < members.Count; i++)
                    AssertSame(ours.Children[i], members[i].Value);
                break;
            case JsonValueKind.Array:
                ours.Raw.Should().Be(RawKind.JsonArray);
                ours.Children.Should().HaveCount(theirs.GetArrayLength());
                for (var i = 0; i < ours.Children.Count; i++)
                    AssertSame(ours.Children[i], theirs[i]);
                break;
            case JsonValueKind.String:
                (ours.Raw, ours.RawText).Should().Be((RawKind.JsonString, theirs.GetString()!));
                break;
            case JsonValueKind.Null:
                (ours.Raw, ours.RawText).Should().Be((RawKind.JsonNull, ""));
                break;
            default:
                ours.RawText.Should().Be(theirs.GetRawText());
                break;
        }
    }

    static bool ReadsAsXml(string xml)
    {
        try
        {
            XDocument.Parse(xml);
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    static bool ReadsAsJson(string json)
    {
        try
        {
            JsonDocument.Parse(Encoding.UTF8.GetBytes(json)).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
