namespace Open311.Reporting.Matrix;

/// <summary>One freedom of the specification: nothing may fail, and nothing may warn that it does not announce.</summary>
public sealed record VariationRow
{
    /// <summary>Its id in <c>fixtures/variations</c>.</summary>
    public required string Id { get; init; }

    /// <summary>One sentence: what the city does otherwise.</summary>
    public required string Title { get; init; }

    /// <summary>The file it stands in, without its extension.</summary>
    public required string Area { get; init; }

    /// <summary>Why that is allowed.</summary>
    public required string Lawful { get; init; }

    /// <summary>The requirements whose reading allows it.</summary>
    public IReadOnlyList<string> Requirements { get; init; } = [];

    /// <summary>The requirements that warned, as it announces.</summary>
    public IReadOnlyList<string> Warned { get; init; } = [];

    /// <summary>What was complained of, one sentence each; none for a sound suite.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>The first answer that differs from that of the plain city, in words; null when none does.</summary>
    public string? Proof { get; init; }

    /// <summary>Errors of the suite.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];
}
