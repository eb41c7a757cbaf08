using Open311.Conformance.Findings;
using Open311.Mock.Serving;

namespace Open311.Conformance.Tests.Acceptance;

/// <summary>A city that takes the freedoms of the specification is correct, whichever the seed chooses.</summary>
[CancelAfter(120_000)]
public sealed class PebbleTests
{
    [TestCase(1)]
    [TestCase(42)]
    [TestCase(107, Description = "Turns all places to the south, of which some have no coordinates.")]
    public async Task Nothing_fails_on_lawful_freedoms(int seed)
    {
        var report = await CityRun.JudgeAsync(new CityServerOptions { Vary = true, Seed = seed }, clock: TimeProvider.System);
        report.Findings.Where(f => f.Verdict is Verdict.Fail or Verdict.Warn).Select(f => $"{f.Requirement.Id}: {f.Message}").Should().BeEmpty();
        report.Outcome.Should().Be(RunOutcome.Conformant);
    }
}
