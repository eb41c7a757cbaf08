using Open311.Conformance.Fixtures;
using Open311.Conformance.Requirements;
using Open311.Mock.Faults;
using Open311.Mock.Variations;
using Open311.Selftest.Trials;

namespace Open311.Selftest.Tests.Trials;

public sealed class TrialChoiceTests
{
    static readonly RequirementCatalog catalog = RequirementCatalog.Load();

    [Test]
    public void Takes_all_by_default()
    {
        var choice = Of(new SelftestOptions());
        choice.Part.Should().BeNull();
        choice.Faults.Should().HaveSameCount(FaultCatalog.Load().All);
        choice.Variations.Should().HaveSameCount(VariationCatalog.Load().All);
    }

    [Test]
    public void Takes_one()
    {
        var choice = Of(new SelftestOptions { Only = "dates-rfc822" });
        choice.Faults.Select(f => f.Id).Should().Equal("dates-rfc822");
        choice.Variations.Should().BeEmpty();
        choice.Part.Should().Be("dates-rfc822");
    }

    [Test]
    public void Takes_a_file_or_what_proves_an_area_of_requirements()
    {
        Of(new SelftestOptions { Area = "dates" }).Faults.Should().OnlyContain(f => f.Source.StartsWith("fixtures/faults/dates.yaml"));
        Of(new SelftestOptions { Area = "gr2-date" }).Faults.Should().Contain(f => f.Id == "dates-rfc822");
        Of(new SelftestOptions { Area = "behaviour" }).Variations.Should().NotBeEmpty();
    }

    [Test]
    public void Suggests_what_is_near_to_what_does_not_exist()
    {
        ((Func<TrialChoice>)(() => Of(new SelftestOptions { Only = "dates-rfc823" }))).Should().Throw<UnknownTrialException>().WithMessage("*dates-rfc822*").Which.Option.Should().Be("fault");
        ((Func<TrialChoice>)(() => Of(new SelftestOptions { Area = "date" }))).Should().Throw<UnknownTrialException>().WithMessage("*dates*").Which.Option.Should().Be("area");
    }

    [Test]
    public void Refuses_a_fault_that_names_no_requirement_there_is()
    {
        var faults = FaultCatalog.Parse("f.yaml", "- id: f\n  title: F.\n  requirements: [GR2-REQS-999]\n  change:\n    - drop-field: { on: services, field: type }\n");
        ((Func<TrialChoice>)(() => TrialChoice.Of(new SelftestOptions(), catalog, faults, VariationCatalog.Load()))).Should().Throw<FixtureException>().WithMessage("*GR2-REQS-999*");
    }

    [TestCase("- requirement: GR2-REQS-999\n  reason: None.\n")]
    [TestCase("- requirement: GR2-REQS-001\n")]
    [TestCase("- requirement: GR2-REQS-001\n  reason: A.\n- requirement: GR2-REQS-001\n  reason: B.\n")]
    [TestCase("- requirement: GR2-REQS-001\n  reason: A.\n  because: B.\n")]
    public void Refuses_exceptions_that_are_malformed(string yaml) =>
        ((Action)(() => Exceptions.Parse(yaml, catalog))).Should().Throw<FixtureException>();

    static TrialChoice Of(SelftestOptions options) => TrialChoice.Of(options, catalog, FaultCatalog.Load(), VariationCatalog.Load());
}
