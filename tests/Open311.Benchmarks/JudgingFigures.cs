using System.Diagnostics;
using System.Globalization;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Replaying;
using Open311.Conformance.Running;
using Open311.Conformance.Targets;
using Open311.Mock.Serving;
using Open311.Reporting.Bundles;

namespace Open311.Benchmarks;

/// <summary>How many exchanges of a bundle are judged again in a second, in one thread: the evidence is in memory, everything else is done as by <c>verify</c>.</summary>
static class JudgingFigures
{
    public static async Task<int> MainAsync(int rounds)
    {
        await using var city = await CityServer.StartAsync(new CityServerOptions());
        var target = new Target { Endpoint = city.Endpoint, Discovery = city.Discovery, ApiKey = city.City.Keys[0], Writes = new WriteOptions { Allowed = true, MaxPosts = 200 } };
        var settings = new RunSettings { Concurrency = 2, Pause = TimeSpan.FromMilliseconds(100) };
        var suite = new ConformanceSuite();
        await using var probe = new HttpProbe(settings, TimeProvider.System);
        var run = BundleDraft.Of(await suite.RunAsync(target, settings, probe, TimeProvider.System)).Run;
        await Replay.RunAsync(suite, run);

        var rates = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            await Replay.RunAsync(suite, run);
            rates.Add(run.Exchanges.Count / watch.Elapsed.TotalSeconds);
        }

        rates.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{run.Exchanges.Count} exchanges, {rounds} rounds: {rates[rates.Count / 2]:0} exchanges a second (median), {rates[0]:0} to {rates[^1]:0}"));
        return 0;
    }
}
