namespace Open311.Conformance.Judging;

/// <summary>Random numbers that a run's seed and a name determine, on every machine alike.</summary>
static class Seeded
{
    public static Random Of(int seed, string name)
    {
        // FNV-1a: string.GetHashCode differs from process to process.
        var hash = 2166136261u ^ (uint)seed;
        foreach (var c in name)
            hash = (hash ^ c) * 16777619u;
        return new Random((int)hash);
    }
}
