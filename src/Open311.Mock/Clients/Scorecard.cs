using Open311.Mock.Journal;

namespace Open311.Mock.Clients;

/// <summary>How often each requirement was met and broken, and the first calls that broke it.</summary>
internal sealed class Scorecard(string[] requirements)
{
    const int MostExamples = 5;

    readonly Lock noting = new();
    readonly long[] met = new long[requirements.Length];
    readonly long[] broken = new long[requirements.Length];
    readonly List<(ClientFinding Finding, JournalEntry Call)>[] examples = [.. requirements.Select(_ => new List<(ClientFinding, JournalEntry)>())];
    readonly string?[] worst = new string?[requirements.Length];
    long calls;

    public long Calls => Interlocked.Read(ref calls);

    public void CountCall() => Interlocked.Increment(ref calls);

    public void CountMet(int rule) => Interlocked.Increment(ref met[rule]);

    public void CountMet(int[] rules)
    {
        foreach (var rule in rules)
            CountMet(rule);
    }

    public void CountMet(List<int> rules) => rules.ForEach(CountMet);

    public void CountBroken(List<(int Rule, Breach Breach)> breaches) => breaches.ForEach(b => Interlocked.Increment(ref broken[b.Rule]));

    /// <summary>Keeps the first few calls that broke a requirement, also when the journal has to let them go.</summary>
    public void Note(IReadOnlyList<ClientFinding> findings, JournalEntry call)
    {
        lock (noting)
        {
            foreach (var finding in findings)
            {
                var at = Array.IndexOf(requirements, finding.Requirement);
                if (worst[at] is null || finding.Verdict == "fail")
                    worst[at] = finding.Verdict;
                // A failing call tells more than one that was let pass.
                if (examples[at].Count < MostExamples)
                    examples[at].Add((finding, call));
            }
        }
    }

    public (long Met, long Broken, string? Worst, IReadOnlyList<(ClientFinding Finding, JournalEntry Call)> Examples) Of(string requirement)
    {
        var at = Array.IndexOf(requirements, requirement);
        lock (noting)
            return (Interlocked.Read(ref met[at]), Interlocked.Read(ref broken[at]), worst[at], [.. examples[at]]);
    }

    public void Clear()
    {
        lock (noting)
        {
            Array.Clear(met);
            Array.Clear(broken);
            Array.Clear(worst);
            examples.ToList().ForEach(e => e.Clear());
            calls = 0;
        }
    }
}
