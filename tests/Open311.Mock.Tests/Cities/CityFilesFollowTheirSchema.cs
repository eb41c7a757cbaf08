using Open311.Mock.Cities;
using Open311.Mock.Fixtures;
using Open311.Mock.Tests.Fixtures;
using Open311.Testing;

namespace Open311.Mock.Tests.Cities;

public sealed class CityFilesFollowTheirSchema
{
    static readonly string Good = File.ReadAllText(Repository.PathOf("fixtures", "cities", "two-rivers.yaml"));

    static IEnumerable<string> Files => Directory.GetFiles(Repository.PathOf("fixtures", "cities"), "*.yaml").Select(f => Path.GetFileName(f)!);

    [TestCaseSource(nameof(Files))]
    public async Task And_tell_editors_where_it_is(string file)
    {
        var text = await File.ReadAllTextAsync(Repository.PathOf("fixtures", "cities", file));

        (await ProblemsAsync(text)).Should().BeEmpty();
        text.Should().StartWith("# yaml-language-server: $schema=../schemas/city.schema.json\n");
        City.Parse(file, text).Name.Should().NotBeEmpty();
    }

    // The schema and the reader are two accounts of one format: what one refuses the other must refuse, as far as a schema can say it.
    [TestCase("schema: open311-city/1", "schema: open311-city/9")]
    [TestCase("name: Two Rivers County", "nam: Two Rivers County")]
    [TestCase("keys: [two-rivers-test-key]", "kees: [x]")]
    [TestCase("south: -43.561", "south: low")]
    [TestCase("south: -43.561", "south: -91")]
    [TestCase("type: test", "type: staging")]
    [TestCase("days_since_change: 12", "days_since_change: 0")]
    [TestCase("datatype: string", "datatype: guess")]
    [TestCase("datatype: string", "datatype: singlevaluelist")]
    [TestCase("datatype: singlevaluelist", "datatype: string")]
    [TestCase("required: true", "required: maybe")]
    [TestCase("weight: 10", "weight: many")]
    [TestCase("weight: 10", "weight: -1")]
    [TestCase("id_after: 3s", "id_after: 3 seconds")]
    [TestCase("id_after: 3s", "id_form: fixed")]
    [TestCase("recent: 200", "recent: -1")]
    [TestCase("recent: 200", "batch_seconds: -1")]
    [TestCase("first_number: 5001", "first_number: 2000000000")]
    [TestCase("requests:", "life: [{ after: soon }]\nrequests:")]
    [TestCase("requests:", "life: [{ share: 1.5 }]\nrequests:")]
    [TestCase("requests:", "life: [{ to: fixed }]\nrequests:")]
    [TestCase("requests:", "life: [{ when: 3d }]\nrequests:")]
    public async Task Which_refuses_what_the_reader_refuses(string was, string now)
    {
        var at = Good.IndexOf(was, StringComparison.Ordinal);
        var broken = Good[..at] + now + Good[(at + was.Length)..];
        var parse = () => City.Parse("town.yaml", broken);

        parse.Should().Throw<FixtureException>().Which.Line.Should().BeGreaterThan(0);
        (await ProblemsAsync(broken)).Should().NotBeEmpty();
    }

    [TestCase("life: [{ after: 2d, until: 1d }]\nrequests:", "'until' must not be shorter than 'after'.")]
    [TestCase("life: [{ after: 4000d }]\nrequests:", "'after' must be a span of time up to 3650d, such as 90s, 15m, 4h or 2.5d, not '4000d'.")]
    public void Whose_reader_says_what_a_schema_cannot(string now, string says)
    {
        var parse = () => City.Parse("town.yaml", Good.Replace("requests:", now));

        parse.Should().Throw<FixtureException>().WithMessage($"town.yaml:*: {says}");
    }

    static Task<IEnumerable<string>> ProblemsAsync(string yaml) => SchemaProblems.OfAsync("city.schema.json", yaml);
}
