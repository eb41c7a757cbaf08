using Microsoft.Extensions.Time.Testing;
using Open311.Conformance.Findings;
using Open311.Conformance.Running;
using Open311.Conformance.Targets;

namespace Open311.Conformance.Tests.Support;

/// <summary>Whole runs over the small town.</summary>
static class TownRun
{
    static readonly Lazy<ConformanceSuite> suite = new(() => new ConformanceSuite());

    // The town is on http, so that nothing of TLS comes into these tests.
    static readonly string[] always = ["warn GR2-HTTP-007"];

    public static Task<RunReport> JudgeAsync(SmallTown town, Func<Target, Target>? adjust = null) => JudgeAsync(town.Open(), adjust);

    public static Task<RunReport> JudgeAsync(ScriptedCity city, Func<Target, Target>? adjust = null)
    {
        var target = new Target { Endpoint = ScriptedQuestion.Endpoint, Discovery = new Uri("http://city.example/open311/discovery.xml") };
        return suite.Value.RunAsync(adjust?.Invoke(target) ?? target, new RunSettings { Concurrency = 1 }, city, new FakeTimeProvider(SmallTown.Now));
    }

    /// <summary>Everything violated, as <c>fail GR2-CON-001 json</c>.</summary>
    public static IReadOnlyList<string> Violations(RunReport report) =>
        [.. report.Findings.Where(f => f.Verdict is Verdict.Fail or Verdict.Warn).Select(Line).Except(always).Order(StringComparer.Ordinal)];

    /// <summary>The findings on a requirement, in the same form.</summary>
    public static IReadOnlyList<string> On(RunReport report, string requirement) => [.. report.Findings.Where(f => f.Requirement.Id == requirement).Select(Line)];

    public static IEnumerable<string> Told(RunReport report) =>
        report.Findings.Where(f => f.Verdict is Verdict.Fail or Verdict.Warn).Select(f => $"{Line(f)}: {f.Message}{(f.BlockedBy is { } root ? $" (follows from {root})" : "")}");

    static string Line(Finding f) => $"{f.Verdict.Word()} {f.Requirement.Id}{(f.Format is { } format ? $" {format.ToString().ToLowerInvariant()}" : "")}";
}
