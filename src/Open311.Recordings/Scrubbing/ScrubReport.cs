namespace Open311.Recordings.Scrubbing;

/// <summary>What was replaced in a recording. It never holds what stood there before.</summary>
/// <param name="Rows">One for each kind of data in each field, in the order of kinds and fields.</param>
/// <param name="Notes">Sentences about what was done beyond that, such as pictures replaced.</param>
public sealed record ScrubReport(IReadOnlyList<ScrubRow> Rows, IReadOnlyList<string> Notes)
{
    /// <summary>How many values were replaced.</summary>
    public int Count => Rows.Sum(r => r.Count);
}
