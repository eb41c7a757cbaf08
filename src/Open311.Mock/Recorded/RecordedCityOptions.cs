using Open311.Recordings.Storing;

namespace Open311.Mock.Recorded;

/// <summary>How a recorded city is served.</summary>
/// <param name="Recording">What was recorded.</param>
public sealed record RecordedCityOptions(Recording Recording)
{
    /// <summary>Whether what was not recorded is answered by the simulator, so that POST works on top of it.</summary>
    public bool Blend { get; init; }

    /// <summary>Whether all dates are moved by whole days, so that the newest request lies just before now.</summary>
    public bool ShiftDates { get; init; }

    /// <summary>Whether even the addresses in discovery and redirects are those of the recorded city, which clients would then go to.</summary>
    public bool Exact { get; init; }
}
