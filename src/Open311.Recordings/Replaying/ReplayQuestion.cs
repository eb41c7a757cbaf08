using Open311.Recordings.Cassettes;

namespace Open311.Recordings.Replaying;

/// <summary>What is asked of a recording.</summary>
public sealed record ReplayQuestion
{
    /// <summary>GET, HEAD, POST ...</summary>
    public required string Method { get; init; }

    /// <summary>Path and query as they are sent, or the whole URL for another place than the recorded one.</summary>
    public required string Target { get; init; }

    /// <summary>The header lines sent.</summary>
    public IReadOnlyList<HeaderLine> Headers { get; init; } = [];

    /// <summary>The body sent.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>When it is asked: dates that lie as far from it as recorded ones lay from theirs are taken for the same.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Which repetition is meant, where whoever asks knows; null for the next in turn.</summary>
    public int? Occasion { get; init; }

    /// <summary>Which attempt of the repetition is meant.</summary>
    public int Attempt { get; init; }
}
