namespace Open311.Mock.Cities;

/// <summary>How many requests are made up, and over which time.</summary>
/// <param name="Days">How far back the oldest lies.</param>
/// <param name="Recent">How many lie within the last 90 days; older ones follow at the same rate.</param>
/// <param name="FirstNumber">The number of the oldest request.</param>
/// <param name="BatchDelay">How long a token of a batch service stays without an id.</param>
public sealed record RequestPlan(int Days, int Recent, int FirstNumber, TimeSpan BatchDelay)
{
    /// <summary>Whether times have milliseconds, though answers show seconds.</summary>
    public bool Milliseconds { get; init; }

    /// <summary>How long ago the last of them was made.</summary>
    public TimeSpan Ago { get; init; }

    /// <summary>Whether some requests are closed.</summary>
    public bool Closed { get; init; } = true;
}
