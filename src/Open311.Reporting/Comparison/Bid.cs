using Open311.Conformance.Findings;
using Open311.Conformance.Profiles;

namespace Open311.Reporting.Comparison;

/// <summary>One of several bids, or of several runs of one endpoint.</summary>
public sealed record Bid
{
    /// <summary>What it is called; no two of a comparison alike.</summary>
    public required string Name { get; init; }

    /// <summary>The file it was read from, as given.</summary>
    public required string File { get; init; }

    /// <summary>What its evidence is worth.</summary>
    public required Standing Standing { get; init; }

    /// <summary>Why it does not verify, or what a reader should know; a sentence each.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>What its evidence gives, or what its report says; null when nothing of it can be read.</summary>
    public RunReport? Report { get; init; }

    /// <summary>Whether it meets the profile; null when nothing of it can be read.</summary>
    public ProfileVerdict? Verdict { get; init; }

    /// <summary>Its report for people, relative to the comparison; null when none was written.</summary>
    public string? Page { get; init; }

    /// <summary>Whether it meets the profile, as far as its evidence goes: what does not verify meets nothing.</summary>
    public bool? Meets => Standing == Standing.Broken || Verdict is null ? false : Verdict.Met;
}
