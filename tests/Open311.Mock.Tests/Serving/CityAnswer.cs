using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Open311.Mock.Tests.Serving;

/// <summary>What a test sees of an answer.</summary>
internal sealed record CityAnswer(int Status, string ContentType, string Allow, long? Length, byte[] Body)
{
    public string Text => new UTF8Encoding(false, true).GetString(Body);

    public XElement Xml => XDocument.Parse(Text).Root!;

    public JsonNode Json => JsonNode.Parse(Text)!;

    /// <summary>Code and description of each error, whatever the format.</summary>
    public (string Code, string Description)[] Errors => ContentType.StartsWith("text/xml", StringComparison.Ordinal)
        ? [.. Xml.Elements("error").Select(e => (e.Element("code")!.Value, e.Element("description")!.Value))]
        : [.. Json.AsArray().Select(e => (e!["code"]!.ToString(), e["description"]!.ToString()))];
}
