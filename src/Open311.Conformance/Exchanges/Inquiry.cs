namespace Open311.Conformance.Exchanges;

/// <summary>A question with everything that was exchanged to get its answer.</summary>
public sealed record Inquiry
{
    /// <summary>The exchanges of the question itself: the first, then the repetitions.</summary>
    public required IReadOnlyList<Exchange> Attempts { get; init; }

    /// <summary>The exchanges made by following redirects, in order, repetitions included; empty when there was none.</summary>
    public IReadOnlyList<Exchange> Hops { get; init; } = [];

    /// <summary>The last exchange: the answer to judge.</summary>
    public Exchange Final => Hops.Count > 0 ? Hops[^1] : Attempts[^1];

    /// <summary>All exchanges in order.</summary>
    public IEnumerable<Exchange> All => Attempts.Concat(Hops);

    /// <summary>A sentence on why a redirect was not followed (loop, too many, unusable, another host would get the key); null when none was left.</summary>
    public string? RedirectProblem { get; init; }
}
