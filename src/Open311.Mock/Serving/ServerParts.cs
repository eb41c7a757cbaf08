using Open311.Mock.Admin;
using Open311.Mock.Alterations;
using Open311.Mock.Cities;
using Open311.Mock.Clients;
using Open311.Mock.Dialects;
using Open311.Mock.Disturbances;
using Open311.Mock.Faults;
using Open311.Mock.Journal;
using Open311.Mock.Recorded;
using Open311.Mock.Running;
using Open311.Mock.Variations;
using Open311.Protocol;

namespace Open311.Mock.Serving;

/// <summary>What a server is put together from.</summary>
internal sealed class ServerParts : IAsyncDisposable
{
    CityWatcher? watcher;

    ServerParts(CityServerOptions options, RunningCity city, AlteredCity altered, IReadOnlyList<string> variations, RecordedCity? recorded)
    {
        Recorded = recorded;
        Options = options;
        City = city;
        Variations = variations;
        var dice = new Dice(options.Seed);
        Faults = new FaultDesk(dice);
        Wardrobe = new Wardrobe(altered, city);
        Journal = new CallJournal(options.JournalEntries, options.JournalBytes, () => city.City.Keys);
        Judge = new ClientJudge();
        Scores = new ClientScores(Judge, () => city.City.Keys);
        Calls = new CallHandler(city, Wardrobe, Faults, Judge, Journal, new CallHandling
        {
            Time = options.Time,
            Dice = dice,
            JudgeClients = options.JudgeClients,
            Lenient = options.Lenient,
            Latency = options.Latency,
            Recorded = recorded,
        });
        Admin = new AdminHandler(this);
    }

    public event Action? WasReset;

    public CityServerOptions Options { get; }

    public RecordedCity? Recorded { get; }

    public RunningCity City { get; }

    public IReadOnlyList<string> Variations { get; }

    public FaultDesk Faults { get; }

    public Wardrobe Wardrobe { get; }

    public CallJournal Journal { get; }

    public ClientJudge Judge { get; }

    public ClientScores Scores { get; }

    public CallHandler Calls { get; }

    public AdminHandler Admin { get; }

    public static ServerParts Of(CityServerOptions options)
    {
        var variations = options.Variations.Count == 0 ? [] : options.Variations.Select((options.KnownVariations ?? VariationCatalog.Load()).Find).ToArray();
        var faults = options.Faults.Count == 0 ? [] : options.Faults.Select((options.KnownFaults ?? FaultCatalog.Load()).Find).ToArray();
        var dialect = options.Dialect is { } id ? DialectCatalog.Load().Find(id) : null;
        var named = dialect?.City ?? variations.Select(v => v.City).Concat(faults.Select(f => f.City)).FirstOrDefault(c => c is not null);
        Alteration[] asked = [.. dialect?.Alterations() ?? [], .. variations.SelectMany(v => v.Alterations()), .. faults.SelectMany(f => f.Alterations())];
        var free = options.Vary ? PebbleMode.Choose(options.Seed) : [];
        var altered = options.Vary ? PebbleMode.Altered(free, asked, options.Seed) : new AlteredCity(asked);
        var disturbances = options.Disturbances.Select(Disturbance.Parse).ToArray();
        var recorded = options.Recorded is { } cassette ? new RecordedCity(cassette) : null;
        recorded?.Start(options.StartAt ?? options.Time.GetUtcNow());
        var city = RunningCity.Open(WithKey(recorded?.City ?? options.City ?? Cities.City.Load(named ?? (options.Mode == CityMode.Multi ? Cities.City.SeveralName : Cities.City.DefaultName)), options), new RunningCityOptions
        {
            Time = options.Time,
            StartAt = options.StartAt,
            Seed = options.Seed,
            Mode = options.Mode,
            Types = options.Types ?? dialect?.Types,
            Formats = [.. Formats(options).Where(f => dialect is null or { Formats.Count: 0 } || dialect.Formats.Contains(f))],
            DataFile = options.DataFile,
            Lenient = options.Lenient,
            Altered = altered,
            Known = recorded?.Requests,
            Settle = rules => recorded is null ? rules : rules with { EndpointPath = recorded.Paths.Endpoint, DiscoveryPath = recorded.Paths.Discovery },
        });
        var parts = new ServerParts(options, city, altered, [.. free.Concat(variations).Select(v => v.Id)], recorded);
        foreach (var disturbance in disturbances)
        {
            if (disturbance.Kind == DisturbanceKind.Fault)
                parts.Wardrobe.Find(disturbance.Fault);
            parts.Faults.Order(disturbance);
        }

        return parts;
    }

    static IEnumerable<DataFormat> Formats(CityServerOptions options)
    {
        if (options.Xml)
            yield return DataFormat.Xml;
        if (options.Json)
            yield return DataFormat.Json;
    }

    /// <summary>The base of the API at an origin, without a trailing slash.</summary>
    public Uri EndpointAt(Uri origin) => new(origin.GetLeftPart(UriPartial.Authority) + City.Rules.EndpointPath);

    /// <summary>A city with the key of the options in place of its own.</summary>
    public static City WithKey(City city, CityServerOptions options) => options.ApiKey is { } key ? city with { Keys = [key] } : city;

    public void Watch()
    {
        if (Options.Watch is { } file)
            watcher = new CityWatcher(file, City, Options);
    }

    public void Reset()
    {
        City.Reset();
        Recorded?.Rewind();
        Journal.Clear();
        Judge.Forget();
        Faults.CallOff();
        foreach (var text in Options.Disturbances)
            Faults.Order(Disturbance.Parse(text));
        WasReset?.Invoke();
    }

    public async ValueTask DisposeAsync()
    {
        if (watcher is not null)
            await watcher.DisposeAsync();
        await City.DisposeAsync();
    }
}
