using Open311.Mock.Faults;
using Open311.Mock.Fixtures;
using Open311.Mock.Serving;
using Open311.Mock.Variations;

namespace Open311.Mock.Tests.Faults;

public sealed class FaultFiles
{
    const string Good = "- id: a\n  title: A fault.\n  requirements: [GR2-SVC-001]\n  change:\n    - status: { on: services, code: 500 }\n";

    [Test]
    public void Read_all_that_a_fault_says()
    {
        var fault = FaultCatalog.Parse("f.yaml", Good.Replace("  change", "  needs: [json]\n  subtle: true\n  city: two-rivers\n  change")).All.Single();

        fault.Should().BeEquivalentTo(new { Id = "a", Title = "A fault.", Subtle = true, City = "two-rivers", Source = "f.yaml:1" });
        fault.Requirements.Should().Equal("GR2-SVC-001");
        fault.Needs.Should().Equal("json");
    }

    [TestCase("id: a", "ident: a", 1, "'id' is missing or empty.")]
    [TestCase("[GR2-SVC-001]", "[]", 3, "The fault 'a' must name the requirements it violates.")]
    [TestCase("    - status: { on: services, code: 500 }", "    []", 5, "The fault 'a' changes nothing.")]
    [TestCase("status: {", "stat: {", 5, "There is no mutator 'stat'; there are *.")]
    [TestCase("code: 500", "code: 99", 5, "'code' must be an HTTP status from 200 to 599.")]
    [TestCase("code: 500", "cod: 500, code: 500", 5, "'cod' is not known here; known are *.")]
    [TestCase("on: services", "on: servces", 5, "'servces' is not a resource; resources are *.")]
    [TestCase("on: services", "every: 0", 5, "'every' must be at least 1.")]
    [TestCase("on: services", "when_text: '('", 5, "'when_text' is not a regular expression: *.")]
    [TestCase("on: services", "format: yaml", 5, "'format' must be one of xml, json, not 'yaml'.")]
    [TestCase("    - status: {", "    - x: 1\n      y: 2\n    - status: {", 5, "Each change must be one mutator with its parameters, such as drop-field: { field: status }.")]
    [TestCase("status: { on: services, code: 500 }", "json-type: { field: status, as: text }", 5, "'as' must be one of *.")]
    [TestCase("status: { on: services, code: 500 }", "date-form: { field: status, as: roman }", 5, "'as' must be one of *.")]
    [TestCase("status: { on: services, code: 500 }", "rules: { max_requests: many }", 5, "'max_requests' must be a whole number, not 'many'.")]
    [TestCase("status: { on: services, code: 500 }", "bytes: { as: morse }", 5, "'as' must be one of *.")]
    [TestCase("status: { on: services, code: 500 }", "replace: { pattern: '[' }", 5, "'pattern' is not a regular expression: *.")]
    public void Are_refused_with_file_line_and_reason(string was, string now, int line, string reason)
    {
        var parse = () => FaultCatalog.Parse("f.yaml", Good.Replace(was, now));

        parse.Should().Throw<FixtureException>().WithMessage($"f.yaml:{line}: {reason}");
    }

    [Test]
    public void Are_refused_when_an_id_occurs_twice()
    {
        var parse = () => FaultCatalog.Parse("f.yaml", Good + Good);

        parse.Should().Throw<FixtureException>().WithMessage("f.yaml:6: The id 'a' is already that of f.yaml:1.");
    }

    [Test]
    public async Task Are_asked_for_by_ids_that_exist()
    {
        var fault = () => CityServer.StartAsync(new CityServerOptions { Faults = ["nope"] });
        var variation = () => CityServer.StartAsync(new CityServerOptions { Variations = ["nope"] });

        await fault.Should().ThrowAsync<FixtureException>().WithMessage("nope: There is no fault of this id.");
        await variation.Should().ThrowAsync<FixtureException>().WithMessage("nope: There is no variation of this id.");
        FaultCatalog.Load().Invoking(c => c.Find("nope")).Should().Throw<FixtureException>();
        VariationCatalog.Load().Invoking(c => c.Find("nope")).Should().Throw<FixtureException>();
    }
}
