using Open311.Recordings.Scrubbing.Fields;

namespace Open311.Recordings.Scrubbing.Bodies;

/// <summary>What is to be done with a body.</summary>
sealed record BodyPlan
{
    /// <summary>Why it cannot be cleaned; null when it can.</summary>
    public string? Problem { get; init; }

    /// <summary>The text of it; null when it is none.</summary>
    public string? Text { get; init; }

    public IReadOnlyList<Field> Fields { get; init; } = [];

    /// <summary>Makes bytes of the scrubbed text.</summary>
    public Func<string, byte[]>? Encode { get; init; }

    /// <summary>What takes the place of a body that is no text; null when nothing has to.</summary>
    public byte[]? Instead { get; init; }

    /// <summary>A sentence about what was done.</summary>
    public string? Note { get; init; }

    public static BodyPlan Nothing { get; } = new();

    public static BodyPlan Refuse(string problem) => new() { Problem = problem };
}
