namespace Open311.Conformance.Exchanges;

/// <summary>One HTTP request and what came of it: the only evidence there is.</summary>
public sealed record Exchange
{
    /// <summary>Position in the run, from 1; 0 until the run numbers its exchanges.</summary>
    public int Number { get; init; }

    /// <summary>What was sent.</summary>
    public required ProbeRequest Request { get; init; }

    /// <summary>How it ended.</summary>
    public required ExchangeOutcome Outcome { get; init; }

    /// <summary>The answer, as much of it as arrived; null when not even a status line did.</summary>
    public Answer? Answer { get; init; }

    /// <summary>A sentence on what went wrong, for every outcome but <see cref="ExchangeOutcome.Answered"/>.</summary>
    public string? Problem { get; init; }

    /// <summary>A sentence on what is wrong with the server's certificate; null when it is valid or the exchange was not over TLS.</summary>
    public string? TlsProblem { get; init; }

    /// <summary>When the request was sent.</summary>
    public DateTimeOffset Started { get; init; }

    /// <summary>From sending to the first byte of the answer.</summary>
    public TimeSpan Wait { get; init; }

    /// <summary>From sending to the last byte.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The headers actually sent, the probe's own included.</summary>
    public IReadOnlyList<HeaderField> SentHeaders { get; init; } = [];
}
