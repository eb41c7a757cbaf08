using System.Diagnostics;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Running;
using Open311.Conformance.Targets;
using Open311.Mock.Serving;
using Open311.Reporting;

namespace Open311.Benchmarks;

/// <summary>
/// A whole run against the embedded city beside a plain HttpClient that fetches the same URLs at the same concurrency, in turn.
/// The peer reads each body to its end and looks at nothing.
/// </summary>
static class RunComparison
{
    public static async Task<int> MainAsync(int rounds)
    {
        await using var city = await CityServer.StartAsync(new CityServerOptions());
        var target = new Target { Endpoint = city.Endpoint, Discovery = city.Discovery };
        var settings = new RunSettings { Concurrency = 2, Pause = TimeSpan.Zero };
        var suite = new ConformanceSuite();
        var (urls, _) = await RunAsync(suite, target, settings);
        await FetchAsync(urls, settings.Concurrency);

        var ours = new List<double>();
        var plain = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            ours.Add((await RunAsync(suite, target, settings)).Seconds);
            plain.Add(await FetchAsync(urls, settings.Concurrency));
        }

        var ratios = ours.Zip(plain, (o, p) => o / p).ToList();
        Console.WriteLine($"{urls.Count} exchanges, {rounds} rounds in turn, concurrency {settings.Concurrency}");
        Print("run, judged (s)", ours);
        Print("plain fetching (s)", plain);
        Print("ratio", ratios);
        Print("start to finished report (s)", [await WholeAsync(target, settings)]);
        return 0;
    }

    static async Task<(IReadOnlyList<Uri> Urls, double Seconds)> RunAsync(ConformanceSuite suite, Target target, RunSettings settings)
    {
        await using var probe = new HttpProbe(settings, TimeProvider.System);
        var watch = Stopwatch.StartNew();
        var report = await suite.RunAsync(target, settings, probe, TimeProvider.System);
        var seconds = watch.Elapsed.TotalSeconds;
        return ([.. report.Exchanges.Where(e => e.Request.Method == "GET").Select(e => e.Request.Url)], seconds);
    }

    static async Task<double> FetchAsync(IReadOnlyList<Uri> urls, int concurrency)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(urls, new ParallelOptions { MaxDegreeOfParallelism = concurrency }, async (url, cancellation) =>
        {
            using var response = await client.GetAsync(url, cancellation);
            await response.Content.ReadAsByteArrayAsync(cancellation);
        });
        return watch.Elapsed.TotalSeconds;
    }

    static async Task<double> WholeAsync(Target target, RunSettings settings)
    {
        var folder = Directory.CreateTempSubdirectory("open311-benchmark");
        var watch = Stopwatch.StartNew();
        await using var probe = new HttpProbe(settings, TimeProvider.System);
        var report = await new ConformanceSuite().RunAsync(target, settings, probe, TimeProvider.System);
        await new ReportWriter().WriteAsync(report, folder, ReportWriter.AllFormats);
        var seconds = watch.Elapsed.TotalSeconds;
        folder.Delete(recursive: true);
        return seconds;
    }

    static void Print(string what, List<double> values)
    {
        values.Sort();
        Console.WriteLine($"{what,-30} min {values[0]:F3}  median {values[values.Count / 2]:F3}  max {values[^1]:F3}");
    }
}
