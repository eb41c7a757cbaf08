using Open311.Recordings.Cassettes;

namespace Open311.Recordings.Replaying;

/// <summary>The takes of one question, by the manner in which it was put; each manner's in the order in which they were made.</summary>
sealed class Shelf
{
    readonly List<Row> rows = [];

    public Take First => rows[0].Takes[0];

    public void Add(Take take, string manner)
    {
        var row = rows.Find(r => r.Manner == manner);
        if (row is null)
            rows.Add(row = new Row(manner));
        row.Takes.Add(take);
    }

    public bool Has(string manner) => rows.Exists(r => r.Manner == manner);

    /// <summary>The take that is due: the one that is meant, else the next in turn, the last one for ever.</summary>
    public Take Due(string manner, int? occasion, int attempt)
    {
        var row = rows.Find(r => r.Manner == manner) ?? rows.Find(r => r.Manner.Length == 0) ?? rows.Find(r => !Manner.IsConditional(r.Manner)) ?? rows[0];
        if (occasion is { } meant && row.Takes.Find(t => t.Occasion == meant && t.Attempt == attempt) is { } found)
            return found;
        if (row.Takes.Count == 1)
            return row.Takes[0];
        var turn = Interlocked.Increment(ref row.Turn) - 1;
        return row.Takes[Math.Clamp(turn, 0, row.Takes.Count - 1)];
    }

    public void Rewind() => rows.ForEach(r => Volatile.Write(ref r.Turn, 0));

    sealed class Row(string manner)
    {
        public int Turn;

        public string Manner { get; } = manner;

        public List<Take> Takes { get; } = [];
    }
}
