using Open311.Recordings.Scrubbing.Fields;

namespace Open311.Recordings.Scrubbing.Texts;

/// <summary>What was found in a text, none of it overlapping: who comes first, has it.</summary>
sealed class Finds
{
    readonly List<(int Start, int End)> _covered = [];

    public List<Replacement> Replacements { get; } = [];

    public bool IsFree(int start, int end) => !_covered.Exists(c => start < c.End && end > c.Start);

    /// <summary>Keeps later finders off a stretch.</summary>
    public void Cover(int start, int end) => _covered.Add((start, end));

    /// <summary>Replaces a value that stands from start to end by pieces within it.</summary>
    public bool Add(ValueKind kind, int start, int end, params IReadOnlyList<Edit> edits)
    {
        if (!IsFree(start, end))
            return false;
        Cover(start, end);
        if (edits.Count > 0)
            Replacements.Add(new Replacement(kind, edits));
        return true;
    }
}
