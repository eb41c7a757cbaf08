using NJsonSchema;
using Open311.Conformance.Fixtures;
using Open311.Conformance.Requirements;
using Open311.Conformance.Tests.Fixtures;
using Open311.Testing;

namespace Open311.Conformance.Tests.Requirements;

public sealed class ClientCatalogTests
{
    readonly RequirementCatalog catalog = RequirementCatalog.LoadForClients();

    static IEnumerable<string> Files => FixtureFile.Embedded("client-requirements").Select(file => file.Stem);

    [TestCaseSource(nameof(Files))]
    public async Task Is_valid_by_the_schemas_of_requirements(string stem)
    {
        var name = stem == "_set" ? "requirement-set" : "requirement";
        var schema = await JsonSchema.FromFileAsync(Repository.PathOf("fixtures", "schemas", $"{name}.schema.json"));
        schema.Validate(FixtureJson.Of(FixtureFile.Embedded("client-requirements").Single(file => file.Stem == stem).Read())).Should().BeEmpty();
    }

    [Test]
    public void Is_a_set_of_its_own()
    {
        catalog.Version.Should().Be("georeport-v2-clients/2026-1");
        catalog.Requirements.Should().OnlyContain(r => r.Id.StartsWith("CLI-", StringComparison.Ordinal) && !r.Writes);
        RequirementCatalog.Load().Requirements.Select(r => r.Id).Should().NotIntersectWith(catalog.Requirements.Select(r => r.Id));
    }

    [Test]
    public void Demands_only_what_a_document_says_or_presupposes()
    {
        catalog.Requirements.Should().OnlyContain(r => r.Clause.StartsWith("https://wiki.open311.org/", StringComparison.Ordinal));
        catalog.Requirements.Where(r => r.Basis == Basis.Inferred).Should().OnlyContain(r => r.Ruling != null);
    }

    [Test]
    public void Advice_blocks_no_class() =>
        catalog.InClass("client-manners").Should().OnlyContain(r => r.Level != Level.Must);
}
