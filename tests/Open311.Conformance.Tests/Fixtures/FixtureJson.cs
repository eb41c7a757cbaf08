using System.Globalization;
using Newtonsoft.Json.Linq;
using Open311.Conformance.Fixtures;

namespace Open311.Conformance.Tests.Fixtures;

/// <summary>Turns YAML fixtures into JSON, so that their schemas can judge them.</summary>
static class FixtureJson
{
    public static JToken Of(FixtureNode node) => node.Kind switch
    {
        FixtureKind.Sequence => new JArray(node.Items.Select(Of)),
        FixtureKind.Mapping => new JObject(node.Fields.Select(field => new JProperty(field.Key, Of(field.Value)))),
        _ when node.IsNull => JValue.CreateNull(),
        _ when node is { Plain: true, Text: "true" or "false" } => new JValue(node.Text == "true"),
        _ when node.Plain && long.TryParse(node.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => new JValue(whole),
        _ when node.Plain && double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => new JValue(number),
        _ => new JValue(node.Text),
    };
}
