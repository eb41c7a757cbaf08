using Open311.Cli.Taping;
using Open311.Conformance.Findings;
using Open311.Conformance.Running;
using Open311.Conformance.Targets;
using Open311.Conformance.Walking;
using Open311.Mock.Dialects;
using Open311.Mock.Serving;
using Open311.Recordings.Storing;
using Open311.Selftest.Bench;

namespace Open311.Cli.Tests.Taping.Shipping;

/// <summary>Records the simulation of a dialect as it is shipped: a small city at a settled instant, in this process, so that it comes out the same every time.</summary>
static class DialectTape
{
    /// <summary>The instant of all shipped recordings.</summary>
    public static readonly DateTimeOffset Then = new(2026, 6, 15, 10, 0, 0, TimeSpan.Zero);

    const int Requests = 60;

    static readonly Lazy<Suite> suite = new(Suite.Load);
    static readonly WalkBounds bounds = new(Pages: 2, Singles: 3, Codes: 3);

    /// <summary>What is in <c>recording.json</c> so that nobody takes it for the real city.</summary>
    public static string Note(Dialect dialect) =>
        $"Recorded from this tool's simulation of the dialect '{dialect.Id}' ({dialect.Software}), not from any real city: every request in it is made up. What is simulated, and on which evidence, stands in fixtures/dialects/{dialect.Id}.yaml.";

    /// <summary>Judges and records.</summary>
    public static async Task<(RunReport Report, Recording Recording)> RecordAsync(Dialect dialect)
    {
        var clock = new BenchClock(Then, TimeSpan.Zero, waits: true);
        var small = Mock.Cities.City.Load(dialect.City ?? Mock.Cities.City.DefaultName);
        await using var city = LocalCity.Open(
            new CityServerOptions { City = small with { Requests = small.Requests with { Recent = Requests } }, Dialect = dialect.Id, Time = clock, JournalEntries = 0, JudgeClients = false },
            new Uri($"https://{dialect.Id}.dialects.example"));
        var ids = city.City.Jurisdictions.Select(j => j.Id).ToList();
        var target = new Target
        {
            Endpoint = city.Endpoint,
            Discovery = city.Discovery,
            MultiJurisdiction = ids.Count > 1,
            Jurisdictions = ids.Count > 1 || dialect.Needs.Contains("jurisdiction") ? ids : [],
        };
        var settings = new RunSettings { Pause = TimeSpan.Zero, Concurrency = 1, MaxDefinitions = 3 };
        var source = new LocalExchanges(city, clock);
        var report = await new ConformanceSuite(suite.Value).RunAsync(target, settings, source, clock);
        var walked = await new CityWalk(suite.Value, bounds).WalkAsync(target, settings, source, clock, report.Exchanges, CancellationToken.None);
        var recording = TakeMaking.Recording(report, walked, report.ToolVersion.Split('+')[0]);
        return (report, recording with { Info = recording.Info with { Note = Note(dialect) } });
    }
}
