using Open311.Conformance.Findings;

namespace Open311.Conformance.Baselines;

/// <summary>A run held against the failures that are known.</summary>
/// <param name="New">Failures that are not known.</param>
/// <param name="Stale">Entries whose failure is mended.</param>
/// <param name="Expired">Entries whose time is over.</param>
/// <param name="Kept">Entries that still hold, expired ones included.</param>
/// <param name="Open">Entries of which this run says nothing, since it did not come to exercise them.</param>
public sealed record BaselineVerdict(
    IReadOnlyList<Finding> New,
    IReadOnlyList<KnownFailure> Stale,
    IReadOnlyList<KnownFailure> Expired,
    IReadOnlyList<KnownFailure> Kept,
    IReadOnlyList<KnownFailure> Open)
{
    /// <summary>Whether nothing has changed since the baseline was written.</summary>
    public bool IsGreen => New.Count == 0 && Stale.Count == 0 && Expired.Count == 0;

    /// <summary>Holds a run against a baseline.</summary>
    public static BaselineVerdict Of(Baseline baseline, RunReport report)
    {
        var today = DateOnly.FromDateTime(report.Started.UtcDateTime);
        var failures = report.Findings.Where(f => IsFailure(f, report.Settings.Strict)).ToList();
        var kept = baseline.Known.Where(k => failures.Exists(f => Covers(k, f))).ToList();
        var gone = baseline.Known.Except(kept).ToList();
        var stale = gone.Where(k => report.Findings.Any(f => Covers(k, f) && f.Verdict is Verdict.Pass or Verdict.Info or Verdict.Warn)).ToList();
        return new(
            [.. failures.Where(f => !baseline.Known.Any(k => Covers(k, f)))],
            stale,
            [.. baseline.Known.Where(k => k.Expires < today).Except(stale)],
            kept,
            [.. gone.Except(stale)]);
    }

    /// <summary>The known failures as they are after this run: those that hold keep who answers for them, and why; new ones are given to nobody yet.</summary>
    /// <param name="report">The run.</param>
    /// <param name="days">How long new ones are put up with.</param>
    public Baseline Updated(RunReport report, int days)
    {
        var until = DateOnly.FromDateTime(report.Started.UtcDateTime).AddDays(days);
        var order = report.Findings.Select(f => f.Requirement.Id).Distinct().Index().ToDictionary(p => p.Item, p => p.Index);
        var added = New.Select(f => new KnownFailure(f.Requirement.Id, f.Format, "nobody yet", "not explained yet", until));
        return new([.. Kept.Concat(Open).Concat(added).OrderBy(k => order.GetValueOrDefault(k.Requirement, int.MaxValue)).ThenBy(k => k.Format)]);
    }

    static bool IsFailure(Finding finding, bool strict) => finding.Verdict == Verdict.Fail || (strict && finding.Verdict == Verdict.Warn);

    static bool Covers(KnownFailure known, Finding finding) =>
        known.Requirement == finding.Requirement.Id && (known.Format is null || known.Format == finding.Format);
}
