namespace Open311.Conformance.Exchanges;

/// <summary>What the probe allows an answer beyond the settings of the run.</summary>
internal sealed record ProbeLimits
{
    /// <summary>Largest head, in KiB.</summary>
    public int HeadKib { get; init; } = 256;

    /// <summary>What is kept of an answer that was cut: its content is not judged, and many of them must not fill the memory.</summary>
    public int KeptOfCut { get; init; } = 64 * 1024;

    /// <summary>Bytes for all answers of a run together, those under way included.</summary>
    public long Total { get; init; } = 64L * 1024 * 1024;

    /// <summary>Whether bodies are kept as they were coded, too.</summary>
    public bool KeepsCoded { get; init; }

    /// <summary>How long the line must be silent before bytes beyond the answer are given up on.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromMilliseconds(40);
}
