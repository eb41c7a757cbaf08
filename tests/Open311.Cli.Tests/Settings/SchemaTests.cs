using NJsonSchema;
using Open311.Cli.Fleet;
using Open311.Cli.Settings;
using Open311.Testing;

namespace Open311.Cli.Tests.Settings;

public sealed class SchemaTests
{
    static readonly string File = Repository.PathOf("fixtures", "schemas", "open311.schema.json");

    static readonly string Targets = Repository.PathOf("fixtures", "schemas", "targets.schema.json");

    [Test]
    public async Task Knows_exactly_the_settings_that_the_file_may_hold()
    {
        var schema = await JsonSchema.FromFileAsync(File);
        schema.Properties.Keys.Should().BeEquivalentTo(CheckSettings.FileKeys.Select(k => k.Key));
        schema.AllowAdditionalProperties.Should().BeFalse();
        schema.Properties.Values.Should().OnlyContain(p => !string.IsNullOrEmpty(p.Description));
    }

    [TestCase("""{ "url": "https://example.org/v2", "jurisdiction": ["a", "b"], "timeout": 2.5, "extra-query": { "a": "b" }, "report": ["html"] }""", 0)]
    [TestCase("""{ "jurisdiction": "a", "class": "read-xml,read-json", "extra-header": ["X-A=b"], "strict": true }""", 0)]
    [TestCase("""{ "url": "example.org" }""", 1)]
    [TestCase("""{ "timout": 5 }""", 1)]
    [TestCase("""{ "timeout": 0 }""", 1)]
    [TestCase("""{ "strict": "yes" }""", 1)]
    [TestCase("""{ "report": ["pdf"] }""", 1)]
    public async Task Agrees_with_the_reader(string json, int errors)
    {
        var schema = await JsonSchema.FromFileAsync(File);
        schema.Validate(json).Should().HaveCount(errors);
    }

    [Test]
    public async Task Knows_exactly_the_settings_that_a_file_of_targets_may_hold()
    {
        var schema = await JsonSchema.FromFileAsync(Targets);
        schema.Definitions["target"].Properties.Keys.Should().BeEquivalentTo(TargetKeys.OfEntry.Select(k => k.Key));
        schema.Definitions["file"].Properties.Keys.Should().BeEquivalentTo(TargetKeys.OfAll.Select(k => k.Key).Append("targets"));
    }

    [TestCase("""{ "timeout": 5, "targets": [{ "url": "http://a.example/v2", "name": "A", "preset": "spot", "rate": 0.5 }, "http://b.example/v2"] }""", true)]
    [TestCase("""["http://a.example/v2"]""", true)]
    [TestCase("""{ "timeout": 5 }""", false)]
    [TestCase("""{ "targets": [{ "name": "A" }] }""", false)]
    [TestCase("""{ "targets": [{ "url": "http://a.example/v2", "timeout": "soon" }] }""", false)]
    [TestCase("""{ "targets": [{ "url": "http://a.example/v2", "api-key": "sesame" }] }""", false)]
    [TestCase("""{ "allow-writes": true, "targets": ["http://a.example/v2"] }""", false)]
    public async Task Agrees_with_the_reader_of_targets(string json, bool isValid)
    {
        var schema = await JsonSchema.FromFileAsync(Targets);
        (schema.Validate(json).Count == 0).Should().Be(isValid);
    }
}
