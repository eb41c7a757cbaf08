using Open311.Conformance.Findings;
using Open311.Mock.Serving;
using Open311.Mock.Variations;

namespace Open311.Conformance.Tests.Acceptance;

/// <summary>Lawful oddities: nothing may fail on any of them, and nothing may warn that the variation does not announce.</summary>
[Parallelizable(ParallelScope.Children)]
public class VariationTests
{
    static IEnumerable<TestCaseData> All => VariationCatalog.Load().All.Select(v => new TestCaseData(v).SetArgDisplayNames(v.Id));

    // Without requests nothing can be read, and JSON is not judged where it is not offered.
    static bool Withholds(string variation, string known) => (variation, known) is ("no-requests", "read-xml" or "read-json") or ("xml-only", "read-json");

    [TestCaseSource(nameof(All))]
    public async Task A_lawful_variation_does_not_fail(Variation variation)
    {
        // A city that takes its time needs one that passes.
        var clock = variation.Id == "slow" ? TimeProvider.System : null;
        var report = await CityRun.JudgeAsync(new CityServerOptions { Variations = [variation.Id] }, clock: clock);

        report.Errors.Should().BeEmpty();
        CityRun.Violations(report, Verdict.Fail).Should().BeEmpty();
        foreach (var known in report.Classes.Where(c => c.Name is "discovery" or "read-xml" or "read-json"))
            known.State.Should().Be(Withholds(variation.Id, known.Name) ? ClassState.NotTested : ClassState.Granted, $"{known.Name}: {known.Why}");
        report.Findings.Where(f => f.Verdict == Verdict.Warn && !variation.Warns.Contains(f.Requirement.Id))
            .Select(f => $"{f.Requirement.Id} {f.Format}: {f.Message}")
            .Should().BeEmpty();
    }
}
