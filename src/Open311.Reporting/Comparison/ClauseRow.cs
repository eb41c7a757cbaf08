using Open311.Conformance.Requirements;

namespace Open311.Reporting.Comparison;

/// <summary>A clause and what every bid makes of it.</summary>
/// <param name="Requirement">The clause.</param>
/// <param name="Cells">One for each bid.</param>
public sealed record ClauseRow(Requirement Requirement, IReadOnlyList<ClauseCell> Cells)
{
    /// <summary>Whether a bid violates it. What a bid says that does not verify counts for nothing.</summary>
    /// <param name="bids">The bids, in the order of the cells.</param>
    public bool IsViolated(IReadOnlyList<Bid> bids) => Counting(bids).Any(c => c.Verdict == "fail");

    /// <summary>Whether no bid violates it and one does not show it, because it was not tried there or nothing was decided. What concerns nothing that a bid has is not missing.</summary>
    /// <param name="bids">The bids, in the order of the cells.</param>
    public bool IsOpen(IReadOnlyList<Bid> bids) => !IsViolated(bids) && Counting(bids).Any(c => c.Verdict is not ("pass" or "info" or "warn" or "not-applicable"));

    IEnumerable<ClauseCell> Counting(IReadOnlyList<Bid> bids) => Cells.Where((_, at) => bids[at].Standing != Standing.Broken);
}
