using Open311.Conformance.Requirements;

namespace Open311.Reporting.Comparison;

/// <summary>A clause and what every bid makes of it.</summary>
/// <param name="Requirement">The clause.</param>
/// <param name="Cells">One for each bid.</param>
public sealed record ClauseRow(Requirement Requirement, IReadOnlyList<ClauseCell> Cells)
{
    /// <summary>Whether every bid meets it.</summary>
    public bool IsMetByAll => Cells.All(c => c.Verdict is "pass" or "info");
}
