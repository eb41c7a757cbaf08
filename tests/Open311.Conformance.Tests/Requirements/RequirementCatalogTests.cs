using Open311.Conformance.Requirements;
using Open311.Testing;

namespace Open311.Conformance.Tests.Requirements;

public sealed class RequirementCatalogTests
{
    static readonly RequirementCatalog Catalog = RequirementCatalog.Load();

    [Test]
    public void Names_the_frozen_set() => Catalog.Version.Should().Be("georeport-v2/2026-1");

    [Test]
    public void Holds_every_requirement_of_the_register_once()
    {
        Catalog.Requirements.Where(requirement => requirement.Doc != "dialects.md").Should().HaveCount(317);
        Catalog.Requirements.Where(requirement => requirement.Doc == "dialects.md").Should().HaveCount(5).And.OnlyContain(requirement => requirement.Level == Level.Should, "what no Open311 document says never fails");
        Catalog.Requirements.Select(requirement => requirement.Id).Should().OnlyHaveUniqueItems();
        Catalog.Requirements.Select(requirement => requirement.Level).Should().Contain(Level.May);
        Catalog.Requirements.Count(requirement => requirement.Level == Level.Must).Should().Be(214);
        Catalog.Requirements.Count(requirement => requirement.Level == Level.Should).Should().Be(84 + 5);
    }

    [TestCase("discovery", 34)]
    [TestCase("read-xml", 139)]
    [TestCase("read-json", 124)]
    [TestCase("write", 56)]
    [TestCase("batch", 10)]
    [TestCase("multi-jurisdiction", 5)]
    [TestCase("extensions", 2)]
    [TestCase("ext-paging", 5)]
    [TestCase("ext-updated", 2)]
    [TestCase("ext-attributes", 4)]
    [TestCase("ext-media", 3)]
    [TestCase("ext-web", 1)]
    [TestCase("ext-updates", 3)]
    [TestCase("ext-citysdk", 2)]
    [TestCase("v21-draft", 9)]
    [TestCase("bulk", 12)]
    [TestCase("inquiry-v1", 11)]
    [TestCase("geowebdns", 3)]
    [TestCase("legacy-v1", 1)]
    [TestCase("quality", 28)]
    public void Holds_the_requirements_of_each_class(string name, int count)
    {
        Catalog.InClass(name).Should().HaveCount(count);
        Catalog.FindClass(name).Should().NotBeNull();
    }

    [Test]
    public void Lists_the_classes_in_the_order_of_reports() => Catalog.Classes.Select(known => known.Name).Should().Equal(
        "discovery", "read-xml", "read-json", "write", "batch", "multi-jurisdiction", "extensions", "ext-paging", "ext-updated",
        "ext-attributes", "ext-media", "ext-web", "ext-updates", "ext-citysdk", "v21-draft", "bulk", "inquiry-v1", "geowebdns", "legacy-v1", "quality");

    [Test]
    public void Keeps_areas_together_and_in_order()
    {
        Catalog.Areas.Should().HaveCount(28).And.OnlyHaveUniqueItems(area => area.Title);
        Catalog.Areas.SelectMany(area => Catalog.InArea(area.Name)).Should().Equal(Catalog.Requirements);
    }

    [Test]
    public void Says_what_must_be_exercised_for_every_class_this_release_judges()
    {
        foreach (var known in Catalog.Classes.Where(known => known is { Untested: null, Advisory: false }))
        {
            known.Resources.Should().NotBeEmpty(known.Name);
            known.Resources.SelectMany(resource => resource.ShownBy).Should()
                .OnlyContain(id => Catalog[id].Classes.Contains(known.Name) && Catalog[id].Untested == null, known.Name);
        }
    }

    [Test]
    public void Tests_everything_of_the_two_specifications()
    {
        Catalog.Requirements.Where(requirement => requirement.Id.StartsWith("GR2-", StringComparison.Ordinal) || requirement.Id.StartsWith("SD-", StringComparison.Ordinal))
            .Should().OnlyContain(requirement => requirement.Untested == null).And.HaveCount(269);
    }

    [Test]
    public void Leaves_out_rulings_and_tolerances_that_are_none()
    {
        Catalog["SD-DOC-001"].Should().Match<Requirement>(requirement => requirement.Ruling == null && requirement.Accept == null);
        Catalog["GR2-ENC-002"].Ruling.Should().Contain("Ruling: must.");
        Catalog["GR2-ENC-002"].Accept.Should().Be("application/xml (warn).");
    }

    [Test]
    public void Knows_whether_a_post_creates_something()
    {
        Catalog["GR2-POST-001"].WriteRisk.Should().Be("certain");
        Catalog["GR2-KEY-003"].WriteRisk.Should().Be("only-if-target-faulty");
        Catalog["GR2-REQS-031"].WriteRisk.Should().BeNull();
    }

    [Test]
    public void Is_the_same_from_the_folder_and_from_the_assembly()
    {
        var fromFolder = RequirementCatalog.Load(new DirectoryInfo(Repository.PathOf("fixtures", "requirements")));

        fromFolder.Requirements.Should().BeEquivalentTo(Catalog.Requirements, options => options.WithStrictOrdering());
    }

    [TestCase("gr2-reqs-031", "GR2-REQS-031")]
    [TestCase("SD-URL-001", "SD-URL-001")]
    [TestCase("HTTP-011", "GR2-HTTP-011")]
    public void Finds_an_id_as_people_write_it(string written, string id) => Catalog.Find(written)!.Id.Should().Be(id);

    [TestCase("GR2-REQS", 46)]
    [TestCase("gr2-req-", 8)]
    [TestCase("GR2-REQ", 8)]
    [TestCase("SD", 34)]
    [TestCase("*-URL-*", 8)]
    [TestCase("GR2-REQS-03?*", 10)]
    [TestCase("GR2-REQS-031", 1)]
    [TestCase("GR2-RE", 0)]
    [TestCase("", 0)]
    public void Finds_groups_of_ids(string pattern, int count) => Catalog.Matching(pattern).Should().HaveCount(count);

    [Test]
    public void Suggests_the_three_nearest_ids() => Catalog.Unknown("GR2-REQ-031").Should()
        .Be("There is no requirement 'GR2-REQ-031'; the nearest are GR2-REQS-031, GR2-REQ-001, GR2-REQS-001.");

    [Test]
    public void Refuses_an_unknown_id_with_the_same_sentence() =>
        FluentActions.Invoking(() => Catalog["GR2-REQ-031"]).Should().Throw<KeyNotFoundException>().WithMessage("There is no requirement 'GR2-REQ-031'; *");

    [TestCase("readxml", "There is no conformance class 'readxml'; did you mean 'read-xml'?")]
    [TestCase("everything", "There is no conformance class 'everything'; there are discovery, read-xml, *")]
    public void Suggests_a_class(string written, string expected) => Catalog.UnknownClass(written).Should().Match(expected);
}
