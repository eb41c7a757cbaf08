namespace Open311.Reporting.Matrix;

/// <summary>What the suite makes of every defect and every freedom of the embedded city: the proof that its verdicts can be relied on.</summary>
public sealed record KillMatrix
{
    /// <summary>Version of the suite.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>The requirements judged by.</summary>
    public required string RequirementSet { get; init; }

    /// <summary>The part that was run, in words; null for all of it.</summary>
    public string? Part { get; init; }

    /// <summary>The defects, in the order of the fixtures.</summary>
    public required IReadOnlyList<FaultRow> Faults { get; init; }

    /// <summary>The freedoms, in the order of the fixtures.</summary>
    public required IReadOnlyList<VariationRow> Variations { get; init; }

    /// <summary>The requirements of GeoReport v2 and Service Discovery and those that a defect names, in the order of the register.</summary>
    public required IReadOnlyList<RequirementRow> Requirements { get; init; }

    /// <summary>Defects of which a requirement that must notice them does not.</summary>
    public IReadOnlyList<FaultRow> Misses => [.. Faults.Where(f => f.Missed.Count > 0)];

    /// <summary>Defects with which no answer differs from the correct one.</summary>
    public IReadOnlyList<FaultRow> NoOps => [.. Faults.Where(f => f.Proof is null)];

    /// <summary>Freedoms that are complained about, or with which nothing differs.</summary>
    public IReadOnlyList<VariationRow> Complaints => [.. Variations.Where(v => v.Problems.Count > 0)];

    /// <summary>Must-requirements that no defect proves, without a reason.</summary>
    public IReadOnlyList<RequirementRow> Unproven => Part is not null ? [] : [.. Requirements.Where(r => r is { IsDue: true, Faults.Count: 0, Reason: null })];

    /// <summary>Must-requirements that no defect proves, with the reason.</summary>
    public IReadOnlyList<RequirementRow> Excused => [.. Requirements.Where(r => r is { IsDue: true, Faults.Count: 0, Reason: not null })];

    /// <summary>Errors of the suite itself, each with the run it happened in.</summary>
    public IReadOnlyList<string> Errors => [.. Faults.SelectMany(f => f.Errors.Select(e => $"{f.Id}: {e}")), .. Variations.SelectMany(v => v.Errors.Select(e => $"{v.Id}: {e}"))];

    /// <summary>How many unrelated requirements fail with a defect, on average.</summary>
    public double MeanUnrelated => Faults.Count == 0 ? 0 : Faults.Average(f => f.Unrelated.Count);

    /// <summary>The goal for <see cref="MeanUnrelated"/>.</summary>
    public const double MostUnrelated = 0.3;

    /// <summary>Whether everything is as it must be.</summary>
    public bool Holds => Misses.Count == 0 && NoOps.Count == 0 && Complaints.Count == 0 && Unproven.Count == 0 && Errors.Count == 0 && (Part is not null || MeanUnrelated < MostUnrelated);
}
