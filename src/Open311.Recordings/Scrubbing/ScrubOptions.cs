namespace Open311.Recordings.Scrubbing;

/// <summary>How a recording is scrubbed.</summary>
public sealed record ScrubOptions
{
    /// <summary>
    /// What replacements are drawn from: the same seed and cassette give the same bytes. Whoever knows the seed can confirm a guess at what was replaced,
    /// so that the seed of a recording of a real city is best kept to oneself.
    /// </summary>
    public required long Seed { get; init; }

    /// <summary>Names of fields, arguments and headers whose values stay as they are, such as <c>address</c>; letter case and <c>_</c> do not count.</summary>
    public IReadOnlyCollection<string> Keep { get; init; } = [];

    /// <summary>Values that the operator has given and that tell nothing of a person, such as the <c>lat</c> and <c>long</c> that stand for a jurisdiction. They stay wherever they are a whole value.</summary>
    public IReadOnlyCollection<string> Public { get; init; } = [];
}
