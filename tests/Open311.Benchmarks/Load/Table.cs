namespace Open311.Benchmarks.Load;

/// <summary>Rates by question and server. The servers take turns, round by round, so that what else the machine does hits all alike.</summary>
internal sealed class Table(IReadOnlyList<Peer> peers)
{
    readonly List<(string Question, double[] Rates, double[] Costs, bool[] Clean)> rows = [];

    public async Task MeasureAsync(string question, int rounds, Func<Peer, Task<(double Rate, long Answered, bool Clean)>> load)
    {
        var rates = peers.Select(_ => new List<double>()).ToArray();
        var costs = peers.Select(_ => new List<double>()).ToArray();
        var clean = peers.Select(_ => true).ToArray();
        for (var round = 0; round <= rounds; round++)
        {
            for (var i = 0; i < peers.Count; i++)
            {
                var before = peers[i].Processor;
                var (rate, answered, isClean) = await load(peers[i]);
                clean[i] &= isClean;
                // The first round warms.
                if (round > 0)
                {
                    rates[i].Add(rate);
                    costs[i].Add((peers[i].Processor - before).TotalMicroseconds / Math.Max(1, answered));
                }
            }
        }

        rows.Add((question, [.. rates.Select(Median)], [.. costs.Select(Median)], clean));
        Console.Error.WriteLine($"measured: {question}");
    }

    public void Print(TextWriter output)
    {
        var bare = peers.Select((p, i) => (p, i)).First(x => x.p.Name.StartsWith("bare", StringComparison.Ordinal)).i;
        output.WriteLine($"{"requests a second",-32}{string.Concat(peers.Select(p => $"{p.Name,20}"))}");
        foreach (var (question, rates, _, clean) in rows)
            output.WriteLine($"{question,-32}{string.Concat(rates.Select((r, i) => $"{r,19:F0}{(clean[i] ? " " : "!")}"))}");
        output.WriteLine($"{"as a share of bare",-32}");
        foreach (var (question, rates, _, _) in rows)
            output.WriteLine($"{question,-32}{string.Concat(rates.Select(r => $"{r / rates[bare],19:F2} "))}");
        output.WriteLine("processor time of the server, microseconds a request");
        foreach (var (question, _, costs, _) in rows)
            output.WriteLine($"{question,-32}{string.Concat(costs.Select(c => $"{c,19:F0} "))}");
        output.WriteLine($"{"start to first answer, ms",-32}{string.Concat(peers.Select(p => $"{p.FirstAnswer.TotalMilliseconds,19:F0} "))}");
        output.WriteLine($"{"resident at the end, MB",-32}{string.Concat(peers.Select(p => $"{p.Megabytes,19:F0} "))}");
        output.WriteLine("! some answers were not 2xx. Prism has one example a path and answers each list with it; json-server answers JSON, and filters by itself.");
    }

    static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
