namespace Open311.Recordings.Storing;

/// <summary>Says that personal data was taken out of a recording.</summary>
/// <param name="Seed">The seed of what was put in its place.</param>
/// <param name="Kept">The fields that were left as they are.</param>
public sealed record ScrubSeal(int Seed, IReadOnlyList<string> Kept);
