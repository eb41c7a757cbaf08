namespace Open311.Recordings.Scrubbing.Fields;

/// <summary>Knows which fields the operator wants as they are.</summary>
sealed class FieldKeeper(IEnumerable<string> names)
{
    readonly Dictionary<string, string> _kept = names.Where(n => FieldNames.Normal(n).Length > 0).DistinctBy(FieldNames.Normal).ToDictionary(FieldNames.Normal, n => n);
    readonly HashSet<string> _seen = [];

    public bool Keeps(string normal)
    {
        if (!_kept.ContainsKey(normal))
            return false;
        _seen.Add(normal);
        return true;
    }

    /// <summary>What was to be kept and is nowhere, which may be a slip.</summary>
    public IEnumerable<string> Unseen => _kept.Where(k => !_seen.Contains(k.Key)).Select(k => k.Value);
}
