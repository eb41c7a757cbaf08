using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Running;
using Open311.Conformance.Targets;
using Open311.Mock.Cities;
using Open311.Mock.Faults;
using Open311.Mock.Serving;
using Open311.Mock.Variations;

namespace Open311.Selftest.Bench;

/// <summary>Judges cities of the mock at a fixed instant; whatever does not differ between them is made once.</summary>
internal sealed class CityBench(ConformanceSuite suite, FaultCatalog faults, VariationCatalog variations)
{
    /// <summary>The instant at which every run begins.</summary>
    public static readonly DateTimeOffset Now = new(2026, 6, 15, 10, 0, 0, TimeSpan.Zero);

    static readonly Uri origin = new("http://127.0.0.1:3110");
    static readonly TimeSpan look = TimeSpan.FromMilliseconds(100);

    readonly Dictionary<(string Name, bool Large), City> cities = Known(faults, variations);

    /// <summary>Judges a city.</summary>
    /// <param name="order">The city and how it is asked.</param>
    /// <param name="cancellation">Ends the run.</param>
    public Task<RunReport> JudgeAsync(BenchOrder order, CancellationToken cancellation) =>
        order.OnConnection ? ConnectedAsync(order, cancellation) : LocallyAsync(order, cancellation);

    async Task<RunReport> LocallyAsync(BenchOrder order, CancellationToken cancellation)
    {
        var clock = new BenchClock(Now, order.Writes ? look : TimeSpan.Zero, waits: true);
        await using var city = LocalCity.Open(Options(order, clock), origin);
        var target = Target(order, city.City, city.Endpoint, city.Discovery);
        return await suite.RunAsync(target, Settings(order), new LocalExchanges(city, clock), clock, null, cancellation);
    }

    async Task<RunReport> ConnectedAsync(BenchOrder order, CancellationToken cancellation)
    {
        var clock = new BenchClock(Now, order.Writes ? look : TimeSpan.Zero, waits: false);
        await using var city = await CityServer.StartAsync(Options(order, clock), cancellation);
        var target = Target(order, city.City, city.Endpoint, city.Discovery);
        await using var probe = new HttpProbe(Settings(order), clock);
        return await suite.RunAsync(target, Settings(order), probe, clock, null, cancellation);
    }

    static RunSettings Settings(BenchOrder order) => new() { Pause = order.Pauses ? TimeSpan.FromSeconds(1) : TimeSpan.Zero, Concurrency = 1, Timeout = TimeSpan.FromMinutes(2) };

    CityServerOptions Options(BenchOrder order, TimeProvider clock) => new()
    {
        City = cities[(order.City, order.LargeCity)],
        Time = clock,
        JournalEntries = 0,
        JudgeClients = false,
        Faults = order.Fault is { } fault ? [fault] : [],
        Variations = order.Variation is { } variation ? [variation] : [],
        KnownFaults = faults,
        KnownVariations = variations,
    };

    static Target Target(BenchOrder order, City city, Uri endpoint, Uri discovery)
    {
        string[] ids = [.. city.Jurisdictions.Select(j => j.Id)];
        return new Target
        {
            Endpoint = endpoint,
            Discovery = discovery,
            MultiJurisdiction = ids.Length > 1,
            Jurisdictions = ids.Length > 1 || order.NamesJurisdiction ? ids : [],
            ExtraHeaders = order.AsksForCoding ? [new("Accept-Encoding", "gzip, br, deflate")] : [],
            ApiKey = order.Writes || order.KeyOnReads ? city.Keys[0] : null,
            Writes = order.Writes ? new WriteOptions { Allowed = true, MaxPosts = 200 } : new WriteOptions(),
        };
    }

    static Dictionary<(string, bool), City> Known(FaultCatalog faults, VariationCatalog variations)
    {
        var names = faults.All.Select(f => f.City).Concat(variations.All.Select(v => v.City)).OfType<string>().Append(City.DefaultName).Distinct();
        var known = new Dictionary<(string, bool), City>();
        foreach (var name in names)
        {
            var city = City.Load(name);
            known[(name, true)] = city;
            known[(name, false)] = city with { Requests = city.Requests with { Recent = Math.Min(city.Requests.Recent, 150) } };
        }

        return known;
    }
}
