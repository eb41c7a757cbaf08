namespace Open311.Protocol.Documents.Decoding;

/// <summary>Collects defects in the order found, and counts rather than lists them where one kind comes in masses.</summary>
sealed class DefectLog
{
    const int MostOfOneKind = 20;
    const int LongestMessage = 400;

    readonly List<Defect> _defects = [];
    readonly Dictionary<DefectKind, int> _counts = [];

    public void Add(DefectKind kind, string message, TextPosition position = default)
    {
        var count = _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
        if (count > MostOfOneKind)
            return;

        if (message.Length > LongestMessage)
            message = string.Concat(message.AsSpan(0, LongestMessage), "…");
        _defects.Add(new Defect(kind, message, position));
    }

    /// <summary>Adds what another log has collected.</summary>
    public void Add(DefectLog other)
    {
        foreach (var defect in other._defects)
            Add(defect.Kind, defect.Message, defect.Position);
        foreach (var (kind, count) in other._counts.Where(c => c.Value > MostOfOneKind))
            _counts[kind] += count - MostOfOneKind;
    }

    public Reading With(Document? document)
    {
        foreach (var (kind, count) in _counts.Where(c => c.Value > MostOfOneKind))
            _defects.Add(new Defect(kind, $"{count - MostOfOneKind} more defects of this kind were found; only the first {MostOfOneKind} are listed."));

        return new Reading(document, _defects);
    }
}
