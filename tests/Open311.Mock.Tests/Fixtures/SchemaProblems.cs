using System.Globalization;
using System.Text.Json.Nodes;
using NJsonSchema;
using Open311.Testing;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Open311.Mock.Tests.Fixtures;

static class SchemaProblems
{
    /// <summary>What a YAML text does otherwise than a schema of <c>fixtures/schemas</c> asks.</summary>
    public static async Task<IEnumerable<string>> OfAsync(string schemaFile, string yaml)
    {
        var schema = await JsonSchema.FromFileAsync(Repository.PathOf("fixtures", "schemas", schemaFile));
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return schema.Validate(Json(stream.Documents[0].RootNode)!.ToJsonString()).Select(e => e.ToString());
    }

    static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, Json(c.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => Plain(scalar.Value ?? ""),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new NotSupportedException(node.GetType().Name),
    };

    static JsonNode? Plain(string text) => text switch
    {
        "" or "~" or "null" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
        _ when decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
