using System.Diagnostics;
using System.Globalization;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Replaying;
using Open311.Conformance.Running;
using Open311.Conformance.Targets;
using Open311.Mock.Serving;
using Open311.Reporting.Bundles;

namespace Open311.Benchmarks;

/// <summary>How many exchanges of a bundle are judged again in a second, and where the rest of <c>verify</c> spends its time.</summary>
static class JudgingFigures
{
    /// <param name="rounds">How often each step is measured, after one round that is not.</param>
    /// <param name="file">A bundle; null for one of a run against a city of the mock.</param>
    public static async Task<int> MainAsync(int rounds, string? file)
    {
        var suite = new ConformanceSuite();
        var bundle = file is null ? await PackAsync(suite) : await File.ReadAllBytesAsync(file);
        var (reading, judging, deriving) = (new Step(), new Step(), new Step());
        var exchanges = 0;
        for (var round = 0; round <= rounds; round++)
        {
            var opened = reading.Of(() => BundleReader.Read(new MemoryStream(bundle)), round > 0);
            var run = opened.Run ?? throw new InvalidDataException("The evidence cannot be read.");
            var report = await judging.OfAsync(() => Replay.RunAsync(suite, run), round > 0);
            var verified = await deriving.OfAsync(() => BundleVerification.OfAsync(opened, report), round > 0);
            exchanges = run.Exchanges.Count;
            if (round == 0)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{exchanges} exchanges, {run.Exchanges.Sum(e => (long)(e.Answer?.Body.Length ?? 0)) / 1e6:0.0} MB of bodies, bundle of {bundle.Length / 1e6:0.0} MB; {(verified.IsVerified ? "verifies" : "does not verify")}"));
        }

        reading.Tell("reading the bundle", exchanges);
        judging.Tell("judging", exchanges);
        deriving.Tell("reports and findings", exchanges);
        return 0;
    }

    static async Task<byte[]> PackAsync(ConformanceSuite suite)
    {
        await using var city = await CityServer.StartAsync(new CityServerOptions());
        var target = new Target { Endpoint = city.Endpoint, Discovery = city.Discovery, ApiKey = city.City.Keys[0], Writes = new WriteOptions { Allowed = true, MaxPosts = 200 } };
        var settings = new RunSettings { Concurrency = 2, Pause = TimeSpan.FromMilliseconds(100) };
        await using var probe = new HttpProbe(settings, TimeProvider.System);
        RunReport live = await suite.RunAsync(target, settings, probe, TimeProvider.System);
        var draft = BundleDraft.Of(live);
        using var output = new MemoryStream();
        await draft.WriteAsync(await Replay.RunAsync(suite, draft.Run), null, output);
        return output.ToArray();
    }

    // Time on the clock and time of processors: on a busy machine the two are far apart.
    sealed class Step
    {
        readonly List<(double Wall, double Processor, double Paused, double Allocated)> times = [];

        public T Of<T>(Func<T> work, bool counts) => OfAsync(() => Task.FromResult(work()), counts).GetAwaiter().GetResult();

        public async Task<T> OfAsync<T>(Func<Task<T>> work, bool counts)
        {
            var (wall, processor, paused, allocated) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, GC.GetTotalPauseDuration(), GC.GetTotalAllocatedBytes());
            var result = await work();
            if (counts)
                times.Add((Stopwatch.GetElapsedTime(wall).TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds, (GC.GetTotalPauseDuration() - paused).TotalSeconds, (GC.GetTotalAllocatedBytes() - allocated) / 1e6));
            return result;
        }

        public void Tell(string what, int exchanges)
        {
            var (wall, processor) = (Median(t => t.Wall), Median(t => t.Processor));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-22} {wall * 1000,8:0.0} ms (median of {times.Count}), {exchanges / wall,6:0} exchanges a second; {processor * 1000,8:0.0} ms of processor time, {exchanges / processor,6:0} a second; {Median(t => t.Allocated),6:0.0} MB made, {Median(t => t.Paused) * 1000,6:0.0} ms of collections"));
        }

        double Median(Func<(double Wall, double Processor, double Paused, double Allocated), double> of) => times.Select(of).Order().ElementAt(times.Count / 2);
    }
}
