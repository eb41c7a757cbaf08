namespace Open311.Recordings.Storing;

/// <summary>Says that personal data was taken out of a recording. The seed is not kept: whoever has it can confirm a guess at what stood there.</summary>
/// <param name="Kept">The fields that were left as they are.</param>
public sealed record ScrubSeal(IReadOnlyList<string> Kept);
