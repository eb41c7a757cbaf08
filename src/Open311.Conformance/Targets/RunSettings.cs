namespace Open311.Conformance.Targets;

/// <summary>How to run, as opposed to what to test.</summary>
public sealed record RunSettings
{
    /// <summary>Seeds every choice the suite makes.</summary>
    public int Seed { get; init; } = 311;

    /// <summary>Requests sent per second; 0 for no limit.</summary>
    public double Rate { get; init; }

    /// <summary>Requests under way at a time.</summary>
    public int Concurrency { get; init; } = 2;

    /// <summary>Time limit of one exchange.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long all answers of a run together are waited for; then nothing more is asked.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>Pause before a failed read is repeated, and between observations that need one.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest Retry-After that is waited for.</summary>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Largest body kept, after decoding.</summary>
    public int MaxBodyBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Service definitions read; above, a seeded sample.</summary>
    public int MaxDefinitions { get; init; } = 25;

    /// <summary>Warnings count as failures.</summary>
    public bool Strict { get; init; }
}
