using Open311.Conformance.Targets;

namespace Open311.Reporting.Bundles;

/// <summary>How the run was made, in seconds and bytes.</summary>
sealed record ManifestSettings
{
    public required double Rate { get; init; }

    public required int Concurrency { get; init; }

    public required double Timeout { get; init; }

    public required double Patience { get; init; }

    public required double Pause { get; init; }

    public required double MaxRetryAfter { get; init; }

    public required int MaxBodyBytes { get; init; }

    public required int MaxDefinitions { get; init; }

    public required bool Strict { get; init; }

    public static ManifestSettings Of(RunSettings settings) => new()
    {
        Rate = settings.Rate,
        Concurrency = settings.Concurrency,
        Timeout = settings.Timeout.TotalSeconds,
        Patience = settings.Patience.TotalSeconds,
        Pause = settings.Pause.TotalSeconds,
        MaxRetryAfter = settings.MaxRetryAfter.TotalSeconds,
        MaxBodyBytes = settings.MaxBodyBytes,
        MaxDefinitions = settings.MaxDefinitions,
        Strict = settings.Strict,
    };

    public RunSettings With(int seed) => new()
    {
        Seed = seed,
        Rate = Rate,
        Concurrency = Concurrency,
        Timeout = TimeSpan.FromSeconds(Timeout),
        Patience = TimeSpan.FromSeconds(Patience),
        Pause = TimeSpan.FromSeconds(Pause),
        MaxRetryAfter = TimeSpan.FromSeconds(MaxRetryAfter),
        MaxBodyBytes = MaxBodyBytes,
        MaxDefinitions = MaxDefinitions,
        Strict = Strict,
    };
}
