using System.Text;
using Open311.Protocol.Documents;
using Open311.Protocol.Writing;

namespace Open311.Protocol.Tests.Writing;

/// <summary>Says the same of a datum and of a node read back, as far as the format can tell the difference.</summary>
static class DatumComparison
{
    public static void ShouldSay(this Node node, Datum datum, DataFormat format, string at = "")
    {
        switch (datum)
        {
            case DataObject { Fields: var fields }:
                CheckKind(node, format, RawKind.JsonObject, at);
                node.Children.Select(c => c.Name).Should().Equal(fields.Select(f => f.Key), "so it was at {0}", at);
                for (var i = 0; i < fields.Count; i++)
                    node.Children[i].ShouldSay(fields[i].Value, format, $"{at}/{fields[i].Key}");
                break;
            case DataList { Items: var items, ItemName: var itemName }:
                CheckKind(node, format, RawKind.JsonArray, at);
                node.Children.Select(c => c.Name).Should().Equal(items.Select(_ => format == DataFormat.Xml ? itemName : ""));
                for (var i = 0; i < items.Count; i++)
                    node.Children[i].ShouldSay(items[i], format, $"{at}/{i}");
                break;
            case DataText { Value: var text }:
                CheckScalar(node, format, RawKind.JsonString, Sanitized(text), at);
                break;
            case DataNumber { Literal: var literal }:
                CheckScalar(node, format, RawKind.JsonNumber, literal, at);
                break;
            case DataBoolean { Value: var truth }:
                CheckScalar(node, format, RawKind.JsonBoolean, truth ? "true" : "false", at);
                break;
            case DataNull:
                CheckScalar(node, format, RawKind.JsonNull, "", at);
                break;
        }
    }

    /// <summary>An independent statement of what the writers replace.</summary>
    public static string Sanitized(string text)
    {
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var isForbidden = rune.Value < 0x20 ? rune.Value is not (9 or 10 or 13) : rune.Value is 0xFFFE or 0xFFFF;
            clean.Append(isForbidden ? Rune.ReplacementChar : rune);
        }

        return clean.ToString();
    }

    static void CheckScalar(Node node, DataFormat format, RawKind kind, string text, string at)
    {
        CheckKind(node, format, kind, at);
        node.Children.Should().BeEmpty();
        node.RawText.Should().Be(text, "so it was at {0}", at);
    }

    static void CheckKind(Node node, DataFormat format, RawKind kind, string at) =>
        node.Raw.Should().Be(format == DataFormat.Xml ? RawKind.XmlElement : kind, "so it was at {0}", at);
}
