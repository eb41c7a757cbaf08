using System.Text.Json.Nodes;
using NJsonSchema;
using Open311.Conformance.Baselines;
using Open311.Conformance.Profiles;
using Open311.Protocol;
using Open311.Testing;
using YamlDotNet.RepresentationModel;

namespace Open311.Cli.Tests.Profiles;

/// <summary>What is shipped and what is written follows the schemas that others are told to follow.</summary>
public sealed class ProfileSchemaTests
{
    static readonly IReadOnlyList<string> shipped = ProfileBook.Shipped;

    [TestCaseSource(nameof(shipped))]
    public async Task A_shipped_profile_follows_its_schema(string name) =>
        (await ProblemsAsync("profile.schema.json", await File.ReadAllTextAsync(Repository.PathOf("fixtures", "profiles", $"{name}.yaml")))).Should().BeEmpty();

    [Test]
    public async Task A_baseline_that_is_written_follows_its_schema()
    {
        var baseline = new Baseline(
        [
            new("GR2-SVC-001", DataFormat.Xml, "nobody yet", "not explained yet", new DateOnly(2026, 12, 24)),
            new("GR2-DATE-001", null, "Ada: \"the\" one # and only", "'tis\nso: {it} [was] @all - 1", new DateOnly(2027, 1, 1)),
        ]);

        (await ProblemsAsync("baseline.schema.json", BaselineWriter.Write(baseline))).Should().BeEmpty();
        (await ProblemsAsync("baseline.schema.json", BaselineWriter.Write(new([])))).Should().BeEmpty();
    }

    [TestCase("profile.schema.json", "name: x\ntitle: X\nmandatory:\n  classes: [read-xml]\nwaivers:\n- requirement: GR2-SVC-001\n  owner: Ada\n  reason: because\n  expires: 2027-01-01\n", true)]
    [TestCase("profile.schema.json", "name: x\ntitle: X\nwaivers:\n- requirement: GR2-SVC-001\n  owner: Ada\n  reason: because\n", false)]
    [TestCase("profile.schema.json", "title: X\nmandatory:\n  classes: [read-xml]\n", false)]
    [TestCase("baseline.schema.json", "known:\n- requirement: GR2-SVC-001\n  reason: next release\n  expires: 2026-11-23\n", false)]
    [TestCase("baseline.schema.json", "known: nothing\n", false)]
    public async Task A_schema_agrees_with_its_reader(string schema, string yaml, bool isValid) =>
        (await ProblemsAsync(schema, yaml)).Any().Should().Be(!isValid);

    static async Task<IEnumerable<string>> ProblemsAsync(string schemaFile, string yaml)
    {
        var schema = await JsonSchema.FromFileAsync(Repository.PathOf("fixtures", "schemas", schemaFile));
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return schema.Validate(Json(stream.Documents[0].RootNode).ToJsonString()).Select(e => e.ToString());
    }

    static JsonNode Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, (JsonNode?)Json(c.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        _ => JsonValue.Create(((YamlScalarNode)node).Value!),
    };
}
