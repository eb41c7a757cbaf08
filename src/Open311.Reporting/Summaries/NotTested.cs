using Open311.Conformance.Findings;

namespace Open311.Reporting.Summaries;

/// <summary>Requirements that were not exercised for one and the same reason.</summary>
/// <param name="Verdict">Inconclusive, skipped or not applicable.</param>
/// <param name="Reason">One sentence.</param>
/// <param name="BlockedBy">The violated requirement that the reason is; null for any other reason.</param>
/// <param name="Requirements">Their ids, each once, in the order of the register.</param>
public sealed record NotTested(Verdict Verdict, string Reason, string? BlockedBy, IReadOnlyList<string> Requirements)
{
    /// <summary>Groups what a run did not exercise, the largest group of each verdict first.</summary>
    public static IReadOnlyList<NotTested> In(RunReport report) =>
    [
        .. report.Findings
            .Where(f => f.Verdict is Verdict.Inconclusive or Verdict.Skipped or Verdict.NotApplicable)
            .GroupBy(f => (f.Verdict, Reason: Because(f), f.BlockedBy))
            .Select(g => new NotTested(g.Key.Verdict, g.Key.Reason, g.Key.BlockedBy, [.. g.Select(f => f.Requirement.Id).Distinct(StringComparer.Ordinal)]))
            .OrderBy(g => g.Verdict)
            .ThenByDescending(g => g.Requirements.Count),
    ];

    static string Because(Finding finding) => finding.BlockedBy is { } cause
        ? $"Could not be exercised because {cause} is violated."
        : finding.Requirement.Untested is { } untested && finding.Case is null ? untested : finding.Message;
}
