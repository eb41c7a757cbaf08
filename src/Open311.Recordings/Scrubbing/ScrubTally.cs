using Open311.Recordings.Scrubbing.Fields;

namespace Open311.Recordings.Scrubbing;

/// <summary>Counts what is replaced.</summary>
sealed class ScrubTally
{
    /// <summary>More would be a copy of the recording.</summary>
    public const int MostPlaces = 5;

    readonly SortedDictionary<(ValueKind Kind, string Field), Line> _lines = [];
    readonly List<string> _notes = [];

    public void Add(ValueKind kind, string field, string replaced, Func<ScrubPlace> place)
    {
        if (!_lines.TryGetValue((kind, field), out var line))
            _lines[(kind, field)] = line = new Line();
        line.Count++;
        line.Values.Add(replaced);
        if (line.Places.Count < MostPlaces)
            line.Places.Add(place());
    }

    public void Note(string sentence) => _notes.Add(sentence);

    public ScrubReport Report() => new(
        [.. _lines.Select(l => new ScrubRow(ValueKinds.Word(l.Key.Kind), l.Key.Field, l.Value.Count, l.Value.Values.Count, l.Value.Places))],
        [.. _notes]);

    sealed class Line
    {
        public int Count { get; set; }

        public HashSet<string> Values { get; } = new(StringComparer.Ordinal);

        public List<ScrubPlace> Places { get; } = [];
    }
}
