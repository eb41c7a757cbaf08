namespace Open311.Recordings.Storing;

/// <summary>What is read of a recording at most: it may come from anybody.</summary>
/// <param name="InfoBytes">Largest <c>recording.json</c>.</param>
/// <param name="HarBytes">Largest <c>exchanges.har</c>.</param>
/// <param name="Exchanges">Most exchanges.</param>
/// <param name="BodyBytes">Largest body.</param>
/// <param name="TotalBytes">All bodies together.</param>
public sealed record RecordingBounds(
    int InfoBytes = 1024 * 1024,
    int HarBytes = 256 * 1024 * 1024,
    int Exchanges = 100_000,
    int BodyBytes = 64 * 1024 * 1024,
    long TotalBytes = 512L * 1024 * 1024);
