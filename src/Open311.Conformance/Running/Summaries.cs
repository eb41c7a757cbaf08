using Open311.Conformance.Findings;
using Open311.Conformance.Requirements;

namespace Open311.Conformance.Running;

/// <summary>Counts findings.</summary>
public static class Summaries
{
    /// <summary>The counts of a run.</summary>
    /// <param name="findings">Every finding.</param>
    /// <param name="exchanges">How many exchanges were made.</param>
    public static Summary Of(IReadOnlyList<Finding> findings, int exchanges)
    {
        int Count(Verdict verdict) => findings.Count(f => f.Verdict == verdict);
        var musts = findings.Where(f => f.Requirement.Level == Level.Must && f.Requirement.Untested is null && f.Verdict is not (Verdict.NotApplicable or Verdict.Skipped))
            .GroupBy(f => f.Requirement.Id)
            .ToList();
        var exercised = musts.Where(g => g.Any(f => f.Verdict is Verdict.Pass or Verdict.Info or Verdict.Warn or Verdict.Fail)).ToList();
        return new(
            Count(Verdict.Pass),
            Count(Verdict.Fail),
            Count(Verdict.Warn),
            Count(Verdict.Info),
            Count(Verdict.Inconclusive),
            Count(Verdict.NotApplicable),
            Count(Verdict.Skipped),
            musts.Count,
            exercised.Count,
            exercised.Count(g => g.All(f => f.Verdict != Verdict.Fail)),
            exchanges);
    }
}
