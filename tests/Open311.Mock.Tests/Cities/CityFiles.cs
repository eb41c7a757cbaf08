using Open311.Mock.Cities;
using Open311.Mock.Fixtures;
using Open311.Testing;

namespace Open311.Mock.Tests.Cities;

public sealed class CityFiles
{
    static readonly string Good = File.ReadAllText(Repository.PathOf("fixtures", "cities", "two-rivers.yaml"));

    [TestCase("port-linden", 1)]
    [TestCase("two-rivers", 2)]
    public void Load_by_name_and_by_path(string name, int jurisdictions)
    {
        City.Load(name).Jurisdictions.Should().HaveCount(jurisdictions);
        City.Load(Repository.PathOf("fixtures", "cities", $"{name}.yaml")).Name.Should().Be(City.Load(name).Name);
    }

    [Test]
    public void Are_looked_up_among_those_that_exist()
    {
        var load = () => City.Load("atlantis");

        load.Should().Throw<FixtureException>().WithMessage("atlantis: There is no city file of this name, and the embedded cities are port-linden, two-rivers.");
    }

    [TestCase("schema: open311-city/1", "schema: open311-city/9", 3, "'schema' must be open311-city/1.")]
    [TestCase("name: Two Rivers County", "nam: Two Rivers County", 3, "'name' is missing or empty.")]
    [TestCase("keys: [two-rivers-test-key]", "kees: [x]", 16, "'kees' is not known here; known are discovery, jurisdictions, keys, life, name, requests, schema, services.")]
    [TestCase("south: -43.561", "south: low", 8, "'south' must be a decimal number, not 'low'.")]
    [TestCase("south: -43.561", "south: 10", 8, "'area' must be a box in WGS84 degrees with south below north and west below east.")]
    [TestCase("type: test", "type: staging", 20, "'type' must be test or production, not 'staging'.")]
    [TestCase("code: rubbish", "code: roads", 39, "'code' must be unique, and 'roads' occurs twice.")]
    [TestCase("datatype: string", "datatype: guess", 56, "'datatype' must be one of string, number, datetime, text, singlevaluelist, multivaluelist, not 'guess'.")]
    [TestCase("datatype: string", "datatype: singlevaluelist", 55, "'values' belong to singlevaluelist and multivaluelist, and only there.")]
    [TestCase("required: true", "required: maybe", 32, "'required' must be true or false, not 'maybe'.")]
    [TestCase("weight: 10", "weight: many", 28, "'weight' must be a whole number, not 'many'.")]
    [TestCase("jurisdictions: [upper.tworivers.example]", "jurisdictions: [middle]", 53, "'middle' is not the id of a jurisdiction of this city.")]
    [TestCase("closing_notes: [Collected.]", "closing_notes: []", 39, "A service with a weight needs 'closing_notes': closed requests say what was done.")]
    [TestCase("recent: 200", "recent: -1", 78, "'days' must lie between 0 and 3660 and 'recent' between 0 and 1000000.")]
    [TestCase("services:", "services: 5\nx:", 22, "'services' must be a list.")]
    [TestCase("name: Two Rivers County", "name: [a, b]", 4, "'name' must be a single value.")]
    public void Are_refused_with_file_line_and_reason(string was, string now, int line, string reason)
    {
        var at = Good.IndexOf(was, StringComparison.Ordinal);
        var parse = () => City.Parse("town.yaml", Good[..at] + now + Good[(at + was.Length)..]);

        parse.Should().Throw<FixtureException>().Which.Message.Should().Be($"town.yaml:{line}: {reason}");
    }

    [TestCase("a: [")]
    [TestCase("a: b: c")]
    public void Are_refused_when_they_are_not_yaml(string text)
    {
        var parse = () => City.Parse("town.yaml", text);

        parse.Should().Throw<FixtureException>().WithMessage("town.yaml:*: This is not YAML: *");
    }

    [TestCase("")]
    [TestCase("- a")]
    [TestCase("plain")]
    public void Are_refused_when_they_hold_no_mapping(string text)
    {
        var parse = () => City.Parse("town.yaml", text);

        parse.Should().Throw<FixtureException>().WithMessage("town.yaml:1: The file must hold *");
    }
}
