using Open311.Recordings.Cassettes;

namespace Open311.Recordings.Storing;

/// <summary>A recorded city: its calls, and where they come from.</summary>
/// <param name="Info">What <c>recording.json</c> says.</param>
/// <param name="Cassette">The calls.</param>
public sealed record Recording(RecordingInfo Info, Cassette Cassette);
