using Open311.Conformance.Findings;
using Open311.Conformance.Tests.Support;

namespace Open311.Conformance.Tests.Rules.Requests;

public class CorrectCityTests
{
    [Test]
    public async Task A_correct_city_neither_fails_nor_warns()
    {
        var report = await PaperRun.OfAsync(new PaperCity());
        report.Errors.Should().BeEmpty();
        report.Findings.Where(f => f.Verdict is Verdict.Fail or Verdict.Warn).Select(f => $"{f.Requirement.Id}: {f.Message}").Should().BeEmpty();
        foreach (var f in report.Findings.Where(f => f.Verdict is Verdict.Inconclusive or Verdict.Info && f.Observations > 0))
            TestContext.Out.WriteLine($"{f.Verdict} {f.Requirement.Id} {f.Format}: {f.Message} <- {f.BlockedBy}");
        TestContext.Out.WriteLine(report.Exchanges.Count);
    }
}
