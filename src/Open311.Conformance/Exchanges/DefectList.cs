namespace Open311.Conformance.Exchanges;

/// <summary>Collects wire defects, each thing once and not without end.</summary>
internal sealed class DefectList
{
    const int Most = 40;

    readonly List<(WireDefect Defect, string Message)> found = [];

    /// <summary>What was found, in order.</summary>
    public IReadOnlyList<(WireDefect Defect, string Message)> Found => found;

    /// <summary>The first defect for which an answer counts as broken; null for none.</summary>
    public string? Breaking => found
        .Where(d => d.Defect is WireDefect.MalformedHead or WireDefect.ShortBody or WireDefect.InvalidChunk or WireDefect.UndecodableContent)
        .Select(d => d.Message)
        .FirstOrDefault();

    /// <summary>Adds a defect, unless the very same is there.</summary>
    public void Add(WireDefect defect, string message)
    {
        if (found.Count < Most && !found.Contains((defect, message)))
            found.Add((defect, message));
    }

    /// <summary>Adds all of another list.</summary>
    public void AddRange(DefectList other)
    {
        foreach (var (defect, message) in other.found)
            Add(defect, message);
    }
}
