using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Open311.SampleCity;

/// <summary>A document that is written as XML or, by the Spark convention, as JSON: elements that hold items become arrays.</summary>
static class Answer
{
    static readonly HashSet<string> lists = ["services", "service_requests", "errors", "attributes", "endpoints", "formats"];
    static readonly HashSet<string> typed = ["metadata", "variable", "required", "order", "lat", "long"];

    public static IResult Of(XElement root, string format, int status = 200) => format == "json"
        ? Results.Text(Json(root)!.ToJsonString(), "application/json", Encoding.UTF8, status)
        : Results.Text("<?xml version=\"1.0\" encoding=\"utf-8\"?>" + root.ToString(SaveOptions.DisableFormatting), "text/xml", Encoding.UTF8, status);

    public static IResult Refusal(int status, string why, string format) =>
        Of(new XElement("errors", new XElement("error", new XElement("code", status), new XElement("description", why))), format, status);

    public static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    static JsonNode? Json(XElement element)
    {
        if (lists.Contains(element.Name.LocalName))
            return new JsonArray([.. element.Elements().Select(Json)]);
        if (element.HasElements)
            return new JsonObject(element.Elements().Select(e => KeyValuePair.Create(e.Name.LocalName, Json(e))));
        if (element.Value.Length == 0)
            return null;
        return typed.Contains(element.Name.LocalName) ? JsonNode.Parse(element.Value) : JsonValue.Create(element.Value);
    }
}
