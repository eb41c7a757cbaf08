using NJsonSchema;
using Open311.Conformance.Fixtures;
using Open311.Conformance.Tests.Fixtures;
using Open311.Testing;

namespace Open311.Conformance.Tests.Cases;

public sealed class CaseSchemaTests
{
    const string Sound = "- id: some-case\n  title: A sentence that says something\n  requirements: [GR2-REQS-027]\n  send: GET requests.xml\n  expect:\n    - status: { pass: [4xx], warn: [200] }\n";

    static IEnumerable<string> Files => FixtureFile.Embedded("cases").Select(file => file.Stem);

    [TestCaseSource(nameof(Files))]
    public async Task Is_valid_by_its_schema(string stem) =>
        (await SchemaAsync()).Validate(FixtureJson.Of(FixtureFile.Embedded("cases").Single(file => file.Stem == stem).Read())).Should().BeEmpty();

    [TestCaseSource(nameof(Files))]
    public void Tells_editors_where_its_schema_is(string stem) =>
        File.ReadLines(Repository.PathOf("fixtures", "cases", $"{stem}.yaml")).First().Should().Be("# yaml-language-server: $schema=../schemas/case.schema.json");

    [TestCase("pass: [4xx]", "pass: [4yy]")]
    [TestCase("pass: [4xx]", "pass: [42]")]
    [TestCase("- status:", "- stats:")]
    [TestCase("GET requests.xml", "requests.xml")]
    [TestCase("title: A sentence that says something", "title: Short")]
    public async Task Refuses_what_the_loader_refuses(string part, string broken)
    {
        var schema = await SchemaAsync();

        schema.Validate(Json(Sound)).Should().BeEmpty();
        schema.Validate(Json(Sound.Replace(part, broken, StringComparison.Ordinal))).Should().NotBeEmpty();
    }

    static Task<JsonSchema> SchemaAsync() => JsonSchema.FromFileAsync(Repository.PathOf("fixtures", "schemas", "case.schema.json"));

    static Newtonsoft.Json.Linq.JToken Json(string yaml) => FixtureJson.Of(FixtureFile.FromText("x.yaml", yaml).Read());
}
