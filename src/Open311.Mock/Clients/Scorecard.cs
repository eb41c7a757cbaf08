namespace Open311.Mock.Clients;

/// <summary>How often each requirement was met and broken.</summary>
internal sealed class Scorecard(string[] requirements)
{
    readonly long[] met = new long[requirements.Length];
    readonly long[] broken = new long[requirements.Length];

    public void Count(Judgement judgement)
    {
        // Indexed loops: this runs for every call, and enumerators of lists would be allocated.
        for (var i = 0; i < judgement.Exercised.Count; i++)
            Interlocked.Increment(ref met[judgement.Exercised[i]]);
        for (var i = 0; i < judgement.Broken.Count; i++)
            Interlocked.Increment(ref broken[judgement.Broken[i]]);
    }

    public (long Met, long Broken) Of(string requirement)
    {
        var at = Array.IndexOf(requirements, requirement);
        return at < 0 ? (0, 0) : (Interlocked.Read(ref met[at]), Interlocked.Read(ref broken[at]));
    }

    public void Clear()
    {
        Array.Clear(met);
        Array.Clear(broken);
    }
}
