using Open311.Conformance.Requirements;
using VerifyNUnit;

namespace Open311.Conformance.Tests.Requirements;

public sealed class CatalogListingTests
{
    static readonly RequirementCatalog Catalog = RequirementCatalog.Load();

    [Test]
    public Task Lists_the_whole_catalogue() => Verifier.Verify(CatalogListing.Of(Catalog.Requirements), "txt");

    [Test]
    public Task Lists_a_class() => Verifier.Verify(CatalogListing.Of(Catalog.InClass("discovery"), width: 100), "txt");

    [Test]
    public Task Says_why_requirements_are_untested() =>
        Verifier.Verify(CatalogListing.Of(Catalog.Requirements.Where(requirement => requirement.Untested != null), reasons: true), "txt");

    [Test]
    public void Lists_one() => CatalogListing.Of(Catalog.Matching("V1-DET-001"), width: 90).Should().Be("""
        V1-DET-001  may     legacy-v1  untested  GeoReport v1 (service_list, create_request...

        1 requirement: 1 may; 0 tested, 1 untested.

        """.ReplaceLineEndings("\n"));

    [Test]
    public void Says_so_when_nothing_matches() => CatalogListing.Of([]).Should().Be("No requirement matches.\n");

    [TestCase(80)]
    [TestCase(120)]
    [TestCase(200)]
    public void Keeps_each_requirement_in_one_line_of_the_terminal(int width)
    {
        var rows = CatalogListing.Of(Catalog.InClass("discovery"), width: width).Split('\n');

        rows.Take(34).Should().OnlyContain(row => row.Length <= Math.Max(width, 86) && (row.StartsWith("SD-") || row.StartsWith("GR2-")));
    }
}
