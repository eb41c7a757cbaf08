using Open311.Conformance.Findings;

namespace Open311.Reporting.Comparison;

/// <summary>Two runs of one endpoint.</summary>
/// <param name="Before">The earlier.</param>
/// <param name="After">The later.</param>
/// <param name="Fixed">What failed before and does not now.</param>
/// <param name="Broken">What fails now and did not before.</param>
/// <param name="Lost">What was exercised before and is not now.</param>
/// <param name="New">Requirements that the earlier run did not know.</param>
public sealed record Progress(Bid Before, Bid After, IReadOnlyList<Finding> Fixed, IReadOnlyList<Finding> Broken, IReadOnlyList<Finding> Lost, IReadOnlyList<Finding> New)
{
    /// <summary>Holds a run against an earlier one.</summary>
    public static Progress Between(Bid before, Bid after)
    {
        var old = before.Report!.Findings.ToLookup(Key);
        var known = before.Report.Findings.Select(f => f.Requirement.Id).ToHashSet(StringComparer.Ordinal);
        var now = after.Report!.Findings;
        return new(
            before,
            after,
            [.. now.Where(f => Works(f) && old[Key(f)].Any(IsFailure))],
            [.. now.Where(f => IsFailure(f) && known.Contains(f.Requirement.Id) && !old[Key(f)].Any(IsFailure))],
            [.. now.Where(f => !Works(f) && !IsFailure(f) && old[Key(f)].Any(o => Works(o) || IsFailure(o)))],
            [.. now.Where(f => !known.Contains(f.Requirement.Id)).DistinctBy(f => f.Requirement.Id)]);
    }

    static string Key(Finding finding) => $"{finding.Requirement.Id} {finding.Format}";

    static bool IsFailure(Finding finding) => finding.Verdict == Verdict.Fail;

    static bool Works(Finding finding) => finding.Verdict is Verdict.Pass or Verdict.Info or Verdict.Warn;
}
