using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Preflight;

namespace Open311.Cli.Tests.Fakes;

/// <summary>The least that a report and an exchange can be.</summary>
internal static class Sample
{
    public static RunReport Report(FakeRun run, RunOutcome outcome = RunOutcome.Conformant, string? incomplete = null) => new()
    {
        ToolVersion = "0.1.0",
        RequirementSet = "georeport-v2/2026-1",
        Target = run.Target,
        Settings = run.Settings,
        Started = run.Clock.GetUtcNow(),
        Finished = run.Clock.GetUtcNow(),
        Outcome = outcome,
        Incomplete = incomplete,
        Preflight = new PreflightResult(PreflightState.Ready, "It answers.", null, []),
        Summary = new Summary(1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0),
        Classes = [],
        Causes = [],
        Findings = [],
        Notes = [],
        Exchanges = [],
    };

    public static Exchange Exchange(string url, int status) => new()
    {
        Request = new ProbeRequest { Url = new Uri(url) },
        Outcome = ExchangeOutcome.Answered,
        Answer = new Answer { Status = status },
        Duration = TimeSpan.FromMilliseconds(12),
    };
}
