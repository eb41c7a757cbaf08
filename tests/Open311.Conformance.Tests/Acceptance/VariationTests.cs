using Open311.Conformance.Findings;
using Open311.Mock.Serving;
using Open311.Mock.Variations;

namespace Open311.Conformance.Tests.Acceptance;

/// <summary>Lawful oddities: nothing may fail on any of them, and nothing may warn that the variation does not announce.</summary>
[Parallelizable(ParallelScope.Children)]
public class VariationTests
{
    static IEnumerable<TestCaseData> All => VariationCatalog.Load().All.Select(v => new TestCaseData(v).SetArgDisplayNames(v.Id));

    [TestCaseSource(nameof(All))]
    public async Task A_lawful_variation_does_not_fail(Variation variation)
    {
        // A city that takes its time needs one that passes.
        var clock = variation.Id == "slow" ? TimeProvider.System : null;
        var report = await CityRun.JudgeAsync(new CityServerOptions { Variations = [variation.Id] }, clock: clock);

        report.Errors.Should().BeEmpty();
        CityRun.Violations(report, Verdict.Fail).Should().BeEmpty();
        report.Findings.Where(f => f.Verdict == Verdict.Warn && !variation.Warns.Contains(f.Requirement.Id))
            .Select(f => $"{f.Requirement.Id} {f.Format}: {f.Message}")
            .Should().BeEmpty();
    }
}
