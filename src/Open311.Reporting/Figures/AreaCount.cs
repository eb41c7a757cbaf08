using Open311.Conformance.Findings;
using Open311.Reporting.Areas;
using Open311.Reporting.Languages;

namespace Open311.Reporting.Figures;

/// <summary>What became of the requirements of an area. A requirement counts once, by its gravest finding.</summary>
/// <param name="Area">The area.</param>
/// <param name="Pass">Met, or a may of which there is something to note.</param>
/// <param name="Warn">Violated in a tolerated way.</param>
/// <param name="Fail">Violated.</param>
/// <param name="NotTested">Inconclusive, skipped or not applicable.</param>
public sealed record AreaCount(Area Area, int Pass, int Warn, int Fail, int NotTested)
{
    /// <summary>All of them.</summary>
    public int Total => Pass + Warn + Fail + NotTested;

    /// <summary>The areas of a run, in the order of the register.</summary>
    public static IReadOnlyList<AreaCount> In(RunReport report, Phrases phrases) =>
    [
        .. report.Findings
            .GroupBy(f => f.Requirement.Id, StringComparer.Ordinal)
            .Select(g => (g.Key, Worst: g.Select(f => f.Verdict).ToHashSet()))
            .GroupBy(pair => Area.Of(pair.Key, phrases))
            .Select(g => new AreaCount(
                g.Key,
                g.Count(p => Worst(p.Worst) is Verdict.Pass),
                g.Count(p => Worst(p.Worst) is Verdict.Warn),
                g.Count(p => Worst(p.Worst) is Verdict.Fail),
                g.Count(p => Worst(p.Worst) is Verdict.Skipped))),
    ];

    // Four heaps, named after one of theirs.
    static Verdict Worst(HashSet<Verdict> verdicts) =>
        verdicts.Contains(Verdict.Fail) ? Verdict.Fail
        : verdicts.Contains(Verdict.Warn) ? Verdict.Warn
        : verdicts.Contains(Verdict.Pass) || verdicts.Contains(Verdict.Info) ? Verdict.Pass
        : Verdict.Skipped;
}
