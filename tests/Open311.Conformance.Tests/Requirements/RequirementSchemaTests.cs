using NJsonSchema;
using Open311.Conformance.Fixtures;
using Open311.Conformance.Tests.Fixtures;
using Open311.Testing;

namespace Open311.Conformance.Tests.Requirements;

public sealed class RequirementSchemaTests
{
    static IEnumerable<string> Files => FixtureFile.Embedded("requirements").Select(file => file.Stem);

    [TestCaseSource(nameof(Files))]
    public async Task Is_valid_by_its_schema(string stem)
    {
        var name = stem == "_set" ? "requirement-set" : "requirement";
        var schema = await JsonSchema.FromFileAsync(Repository.PathOf("fixtures", "schemas", $"{name}.schema.json"));
        var file = FixtureFile.Embedded("requirements").Single(file => file.Stem == stem);

        schema.Validate(FixtureJson.Of(file.Read())).Should().BeEmpty();
    }

    [TestCaseSource(nameof(Files))]
    public void Tells_editors_where_its_schema_is(string stem)
    {
        var name = stem == "_set" ? "requirement-set" : "requirement";

        File.ReadLines(Repository.PathOf("fixtures", "requirements", $"{stem}.yaml")).First()
            .Should().Be($"# yaml-language-server: $schema=../schemas/{name}.schema.json");
    }

    [TestCase("level: must", "level: shall")]
    [TestCase("writes: false", "writes: maybe")]
    [TestCase("id: GR2-REQS-031", "id: reqs31")]
    [TestCase("fix: Select by", "fixes: Select by")]
    [TestCase("fix: Select by the time.", "")]
    [TestCase("class: [read-xml]", "class: []")]
    [TestCase("clause: https://wiki.open311.org/GeoReport_v2/", "clause: GeoReport_v2")]
    public async Task Refuses_what_the_loader_refuses(string part, string broken)
    {
        var schema = await JsonSchema.FromFileAsync(Repository.PathOf("fixtures", "schemas", "requirement.schema.json"));
        var sound = MalformedCatalogTests.Requirement;

        sound.Should().Contain(part);
        schema.Validate(Json(sound)).Should().BeEmpty();
        schema.Validate(Json(sound.Replace(part, broken, StringComparison.Ordinal))).Should().NotBeEmpty();
    }

    static Newtonsoft.Json.Linq.JToken Json(string yaml) => FixtureJson.Of(FixtureFile.FromText("x.yaml", yaml).Read());
}
