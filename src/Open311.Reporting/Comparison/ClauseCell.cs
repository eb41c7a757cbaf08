using Open311.Conformance.Findings;

namespace Open311.Reporting.Comparison;

/// <summary>What one bid makes of a clause.</summary>
/// <param name="Verdict">The worst verdict of any format, or <c>none</c> when the bid says nothing about it.</param>
/// <param name="Message">What was found.</param>
/// <param name="Exchange">Number of the exchange that shows it.</param>
public sealed record ClauseCell(string Verdict, string Message, int? Exchange)
{
    static readonly Verdict[] rank =
    [
        Conformance.Findings.Verdict.Fail, Conformance.Findings.Verdict.Warn, Conformance.Findings.Verdict.Info, Conformance.Findings.Verdict.Pass,
        Conformance.Findings.Verdict.Inconclusive, Conformance.Findings.Verdict.Skipped, Conformance.Findings.Verdict.NotApplicable,
    ];

    internal static ClauseCell Of(Bid bid, string requirement)
    {
        var findings = bid.Report?.Findings.Where(f => f.Requirement.Id == requirement).ToList() ?? [];
        return findings.OrderBy(f => Array.IndexOf(rank, f.Verdict)).FirstOrDefault() is { } worst
            ? new(worst.Verdict.Word(), worst.Message, worst.Exchange)
            : new("none", "", null);
    }
}
