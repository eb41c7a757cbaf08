namespace Open311.Conformance.Findings;

/// <summary>Counts what was observed of one requirement in one format, and keeps the first observations of each verdict.</summary>
sealed class Tally
{
    const int Kept = 11;
    readonly Dictionary<Verdict, (int Count, List<Observation> First)> byVerdict = [];

    public int Total => byVerdict.Values.Sum(v => v.Count);

    public IEnumerable<Verdict> Verdicts => byVerdict.Keys;

    public int Count(Verdict verdict) => byVerdict.TryGetValue(verdict, out var seen) ? seen.Count : 0;

    public IReadOnlyList<Observation> First(Verdict verdict) => byVerdict.TryGetValue(verdict, out var seen) ? seen.First : [];

    public void Add(Observation observation, int times = 1)
    {
        var (count, first) = byVerdict.TryGetValue(observation.Verdict, out var seen) ? seen : (0, []);
        if (first.Count < Kept)
            first.Add(observation);
        byVerdict[observation.Verdict] = (count + times, first);
    }

    public Tally Copy()
    {
        var copy = new Tally();
        copy.Add(this);
        return copy;
    }

    public void Add(Tally other)
    {
        foreach (var (verdict, (count, theirs)) in other.byVerdict)
        {
            var (mine, first) = byVerdict.TryGetValue(verdict, out var seen) ? seen : (0, []);
            first.AddRange(theirs.Take(Kept - first.Count));
            byVerdict[verdict] = (mine + count, first);
        }
    }
}
