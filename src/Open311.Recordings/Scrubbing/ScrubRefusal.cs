namespace Open311.Recordings.Scrubbing;

/// <summary>A body that cannot be cleaned, for which the recording is refused.</summary>
/// <param name="Take">The number of the call.</param>
/// <param name="Part">The part of the call, such as <c>answer</c>.</param>
/// <param name="Reason">A sentence: what was found and what to do.</param>
public sealed record ScrubRefusal(int Take, string Part, string Reason);
