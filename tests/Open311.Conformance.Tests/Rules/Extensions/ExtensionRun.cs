using Open311.Conformance.Findings;
using Open311.Conformance.Tests.Support;

namespace Open311.Conformance.Tests.Rules.Extensions;

/// <summary>Judges the extensions of a small town, and nothing else.</summary>
static class ExtensionRun
{
    public static Task<RunReport> JudgeAsync(SmallTown town, params string[] claimed) =>
        TownRun.JudgeAsync(town, t => t with { Only = ["EXT-*", "V21-*"], Extensions = claimed });

    /// <summary>Violations, as <c>fail EXT-PAGE-001</c>, whatever the format.</summary>
    public static IEnumerable<string> Violated(RunReport report) =>
        report.Findings.Where(f => f.Verdict is Verdict.Fail or Verdict.Warn).Select(f => $"{f.Verdict.Word()} {f.Requirement.Id}").Distinct();

    public static IEnumerable<string> Passed(RunReport report) => Of(report, Verdict.Pass);

    public static IEnumerable<string> NotApplicable(RunReport report) => Of(report, Verdict.NotApplicable);

    public static ClassState State(RunReport report, string name) => report.Classes.Single(c => c.Name == name).State;

    static IEnumerable<string> Of(RunReport report, Verdict verdict) => report.Findings.Where(f => f.Verdict == verdict).Select(f => f.Requirement.Id).Distinct();
}
