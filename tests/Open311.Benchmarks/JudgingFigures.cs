using System.Diagnostics;
using System.Globalization;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Profiles;
using Open311.Conformance.Replaying;
using Open311.Conformance.Requirements;
using Open311.Conformance.Running;
using Open311.Conformance.Targets;
using Open311.Mock.Cities;
using Open311.Mock.Serving;
using Open311.Reporting.Bundles;

namespace Open311.Benchmarks;

/// <summary>How many exchanges of a bundle are judged again in a second, and where the rest of <c>verify</c> spends its time.</summary>
static class JudgingFigures
{
    const int ManyServices = 1_000;

    /// <param name="rounds">How often each step is measured, after one round that is not.</param>
    /// <param name="files">Bundles; without any, that of a run against the city of the mock, and of one against a city with many more services.</param>
    public static async Task<int> MainAsync(int rounds, IReadOnlyList<string> files)
    {
        var suite = new ConformanceSuite();
        var catalog = RequirementCatalog.Load();
        foreach (var file in files)
            await TellAsync(Path.GetFileName(file), await File.ReadAllBytesAsync(file));
        if (files.Count == 0)
        {
            await TellAsync("the city of the mock", await PackAsync(suite, catalog, City.Load()));
            await TellAsync($"a city with {ManyServices} services", await PackAsync(suite, catalog, Wide(City.Load())));
        }

        return 0;

        async Task TellAsync(string name, byte[] bundle)
        {
            var (reading, judging, deriving) = (new Step(), new Step(), new Step());
            var exchanges = 0;
            for (var round = 0; round <= rounds; round++)
            {
                var opened = reading.Of(() => BundleReader.Read(new MemoryStream(bundle)), round > 0);
                var run = opened.Run ?? throw new InvalidDataException("The evidence cannot be read.");
                var report = await judging.OfAsync(() => JudgeAsync(suite, catalog, run, opened.Profile), round > 0);
                var verified = await deriving.OfAsync(() => BundleVerification.OfAsync(opened, report), round > 0);
                exchanges = run.Exchanges.Count;
                if (round == 0)
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {exchanges} exchanges, {run.Exchanges.Sum(e => (long)(e.Answer?.Body.Length ?? 0)) / 1e6:0.0} MB of bodies, bundle of {bundle.Length / 1e6:0.0} MB, {(opened.Profile is { } profile ? $"profile {profile.Name}" : "no profile")}; {(verified.IsVerified ? "verifies" : "does not verify")}"));
            }

            reading.Tell("reading the bundle", exchanges);
            judging.Tell("judging", exchanges);
            deriving.Tell("reports and findings", exchanges);
        }
    }

    // As 'open311 verify' does it: the profile is part of the verdict.
    static async Task<RunReport> JudgeAsync(ConformanceSuite suite, RequirementCatalog catalog, RecordedRun run, BuyerProfile? profile)
    {
        RunReport report = await Replay.RunAsync(suite, run);
        return profile is null ? report : report with { Profile = new ProfileJudge(catalog).Judge(profile, report) };
    }

    // Every definition is read, in both formats. Nobody reports to the services added.
    static City Wide(City city) => city with
    {
        Services =
        [
            .. city.Services,
            .. Enumerable.Range(1, ManyServices - city.Services.Count).Select(n => Like(city.Services[n % city.Services.Count], n)),
        ],
    };

    static Service Like(Service service, int number) => service with { Code = $"{service.Code}-{number}", Name = $"{service.Name} {number}", Weight = 0 };

    static async Task<byte[]> PackAsync(ConformanceSuite suite, RequirementCatalog catalog, City served)
    {
        await using var city = await CityServer.StartAsync(new CityServerOptions { City = served });
        var target = new Target { Endpoint = city.Endpoint, Discovery = city.Discovery, ApiKey = city.City.Keys[0], Writes = new WriteOptions { Allowed = true, MaxPosts = 200 } };
        var settings = new RunSettings { Concurrency = 2, Pause = TimeSpan.FromMilliseconds(100), MaxDefinitions = ManyServices };
        await using var probe = new HttpProbe(settings, TimeProvider.System);
        RunReport live = await suite.RunAsync(target, settings, probe, TimeProvider.System);
        var profile = ProfileBook.Load("georeport-v2-full", catalog);
        var draft = BundleDraft.Of(live with { Profile = new ProfileJudge(catalog).Judge(profile, live) });
        using var output = new MemoryStream();
        await draft.WriteAsync(await JudgeAsync(suite, catalog, draft.Run, profile), null, output);
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
