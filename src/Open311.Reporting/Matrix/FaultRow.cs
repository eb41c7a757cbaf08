using Open311.Conformance.Findings;

namespace Open311.Reporting.Matrix;

/// <summary>One defect: what must notice it, and what did.</summary>
public sealed record FaultRow
{
    /// <summary>Its id in <c>fixtures/faults</c>.</summary>
    public required string Id { get; init; }

    /// <summary>One sentence: what the city does wrong.</summary>
    public required string Title { get; init; }

    /// <summary>The file it stands in, without its extension.</summary>
    public required string Area { get; init; }

    /// <summary>What a run needs to be able to see it.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Whether a check that is not careful misses it.</summary>
    public bool IsSubtle { get; init; }

    /// <summary>The requirements that must notice it.</summary>
    public required IReadOnlyList<string> Expected { get; init; }

    /// <summary>The requirements that it truly violates, too, or may.</summary>
    public IReadOnlyList<string> Follows { get; init; } = [];

    /// <summary>The requirements that failed, warned or, where expected, noted; each once, with its gravest verdict.</summary>
    public required IReadOnlyList<FiredRequirement> Fired { get; init; }

    /// <summary>Causes that have nothing to do with it as far as its data says.</summary>
    public required IReadOnlyList<UnexpectedCause> Unexpected { get; init; }

    /// <summary>The first answer that differs from that of the correct city, in words; null when none does.</summary>
    public string? Proof { get; init; }

    /// <summary>Errors of the suite.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>The requirements that must have noticed it and did not.</summary>
    public IReadOnlyList<string> Missed => [.. Expected.Where(e => Fired.All(f => f.Requirement != e))];

    /// <summary>Requirements that failed though neither the defect nor its consequences violate them, as far as its data says.</summary>
    public IReadOnlyList<string> Unrelated => [.. Unexpected.SelectMany(u => u.Fired).Where(f => f.Verdict == Verdict.Fail).Select(f => f.Requirement).Distinct()];
}
