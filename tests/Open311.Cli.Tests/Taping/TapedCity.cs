using System.Text.RegularExpressions;
using Open311.Cli.Taping;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Running;
using Open311.Conformance.Targets;
using Open311.Conformance.Walking;
using Open311.Mock.Dialects;
using Open311.Mock.Faults;
using Open311.Mock.Recorded;
using Open311.Mock.Serving;
using Open311.Mock.Variations;
using Open311.Recordings.Scrubbing;
using Open311.Recordings.Storing;
using Open311.Selftest.Bench;

namespace Open311.Cli.Tests.Taping;

/// <summary>Judges cities in this process, records them, and judges what was recorded.</summary>
static partial class TapedCity
{
    public static readonly DateTimeOffset Now = new(2026, 6, 15, 10, 0, 0, TimeSpan.Zero);

    static readonly Uri origin = new("http://127.0.0.1:3110");
    static readonly Lazy<Suite> suite = new(Suite.Load);
    static readonly Lazy<FaultCatalog> faults = new(FaultCatalog.Load);
    static readonly Lazy<VariationCatalog> variations = new(VariationCatalog.Load);
    static readonly Lazy<DialectCatalog> dialects = new(DialectCatalog.Load);

    public static IReadOnlyList<Dialect> Dialects => dialects.Value.All;

    public static RunSettings Settings => new() { Pause = TimeSpan.Zero, Concurrency = 1 };

    /// <summary>Judges a city and records it.</summary>
    public static async Task<(RunReport Report, Recording Recording)> RecordAsync(CityServerOptions options, Dialect? dialect = null)
    {
        var clock = new BenchClock(Now, TimeSpan.Zero, waits: true);
        await using var city = LocalCity.Open(
            options with
            {
                City = dialect is { City: not null } ? null : Small(),
                Dialect = dialect?.Id,
                Time = clock,
                JournalEntries = 0,
                JudgeClients = false,
                KnownFaults = faults.Value,
                KnownVariations = variations.Value,
            },
            origin);
        var ids = city.City.Jurisdictions.Select(j => j.Id).ToList();
        var target = new Target
        {
            Endpoint = city.Endpoint,
            Discovery = city.Discovery,
            MultiJurisdiction = ids.Count > 1,
            Jurisdictions = ids.Count > 1 || dialect?.Needs.Contains("jurisdiction") == true ? ids : [],
        };
        var source = new LocalExchanges(city, clock);
        var report = await new ConformanceSuite(suite.Value).RunAsync(target, Settings, source, clock);
        var walked = await new CityWalk(suite.Value, new WalkBounds()).WalkAsync(target, Settings, source, clock, report.Exchanges, CancellationToken.None);
        return (report, TakeMaking.Recording(report, walked, "test"));
    }

    /// <summary>A recording of one call.</summary>
    public static Recording Tiny => new(
        new() { Source = "https://city.example/open311/v2", Recorded = Now, Finished = Now, Kind = RecordingKind.Walk, Tool = "test" },
        new([
            new()
            {
                Number = 1,
                Method = "GET",
                Url = "https://city.example/open311/v2/requests.json",
                Status = 200,
                Reason = "OK",
                ResponseHeaders = [new("Content-Type", "application/json")],
                ResponseBody = """[{"service_request_id":"638344","email":"jane.roe@mail.example","description":"Call jane.roe@mail.example"}]"""u8.ToArray(),
                Started = Now,
            },
        ]));

    /// <summary>The same without personal data.</summary>
    public static Recording Scrubbed(Recording recording) =>
        recording with { Cassette = new Scrubber(new() { Seed = 7, Public = recording.Info.Jurisdictions }).Scrub(recording.Cassette).Cassette! };

    /// <summary>Judges a recording without any server.</summary>
    public static Task<RunReport> JudgeAsync(Recording recording) =>
        new ConformanceSuite(suite.Value).RunAsync(TakeMaking.Target(recording.Info), TakeMaking.Settings(recording.Info), new CassetteExchanges(recording), new BenchClock(recording.Info.Recorded, TimeSpan.Zero, waits: true));

    /// <summary>Judges a recording as the mock serves it, some time later.</summary>
    public static async Task<RunReport> ReplayAsync(Recording recording, TimeSpan later)
    {
        var clock = new BenchClock(Now + later, TimeSpan.Zero, waits: true);
        await using var city = LocalCity.Open(new CityServerOptions { Recorded = new RecordedCityOptions(recording), Time = clock, JournalEntries = 0, JudgeClients = false }, origin);
        return await new ConformanceSuite(suite.Value).RunAsync(TakeMaking.Target(recording.Info), Settings, new LocalExchanges(city, clock), clock);
    }

    /// <summary>What of two reports must be the same.</summary>
    public static IEnumerable<string> Findings(RunReport report) =>
        report.Findings.Select(f => $"{f.Requirement.Id} {f.Format} {f.Verdict} {Date().Replace(f.Message, "DATE")}");

    /// <summary>What scrubbing may not change.</summary>
    public static IEnumerable<string> Verdicts(RunReport report) => report.Findings.Select(f => $"{f.Requirement.Id} {f.Format} {f.Verdict}");

    // Windows of dates lead up to the time of the run.
    [GeneratedRegex(@"20\d\d-\d\d-\d\dT[\d:]+")]
    private static partial Regex Date();

    // As many requests as most runs need.
    static Mock.Cities.City Small()
    {
        var city = Mock.Cities.City.Load();
        return city with { Requests = city.Requests with { Recent = Math.Min(city.Requests.Recent, 150) } };
    }
}
