using Open311.Mock.Clients;
using Open311.Mock.Dialects;
using Open311.Mock.Faults;
using Open311.Mock.Serving;
using Open311.Mock.Variations;
using Open311.Mock.WireMock.Serving;

namespace Open311.Cli.Rooms;

/// <summary>The cities of this house.</summary>
internal sealed class OwnCities(TimeProvider clock) : ICities
{
    public IReadOnlyList<CityTrait> Faults => [.. FaultCatalog.Load().All.Select(f => new CityTrait(f.Id, f.Title, f.Requirements))];

    public IReadOnlyList<CityTrait> Variations => [.. VariationCatalog.Load().All.Select(v => new CityTrait(v.Id, v.Title, v.Requirements))];

    public IReadOnlyList<Dialect> Dialects => DialectCatalog.Load().All;

    public async Task<IOpenCity> StartAsync(int port, IReadOnlyList<string> faults, IReadOnlyList<string> variations, CancellationToken cancellation)
    {
        // Nobody looks at what the suite did to its own city.
        var options = new CityServerOptions { Port = port, Time = clock, Faults = faults, Variations = variations, JournalEntries = 0 };
        return new OpenCity(await CityServer.StartAsync(options, cancellation), options.Seed, clock.GetUtcNow());
    }

    public async Task<IOpenCity> StartAsync(bool severalJurisdictions, CancellationToken cancellation)
    {
        var options = new CityServerOptions { Time = clock, City = severalJurisdictions ? Mock.Cities.City.Load("two-rivers") : null, JournalEntries = 0 };
        return new OpenCity(await CityServer.StartAsync(options, cancellation), options.Seed, clock.GetUtcNow());
    }

    public async Task<IMockCity> OpenAsync(CityOrder order, Action<string> tell, CancellationToken cancellation)
    {
        var options = new CityServerOptions
        {
            City = order.City is { } name ? Mock.Cities.City.Load(name) : null,
            Watch = order.Watch ? order.City : null,
            Reloaded = problem => tell(problem is null ? $"{order.City} has changed and is served now." : $"{problem} The city goes on as it was."),
            Time = clock,
            StartAt = order.StartAt,
            Seed = order.Seed,
            Address = order.Address,
            Port = order.Port,
            Xml = order.Xml,
            Json = order.Json,
            ApiKey = order.ApiKey,
            Mode = order.Mode,
            Types = order.Types,
            DataFile = order.DataFile,
            Lenient = order.Lenient,
            Vary = order.Vary,
            Variations = order.Variations,
            Dialect = order.Dialect,
            Faults = order.Faults,
            Disturbances = order.Disturbances,
            Latency = order.Latency,
            Recorded = order.Recorded,
            JournalEntries = order.JournalEntries,
            AdminToken = order.AdminToken,
        };
        return order.Stubs is { } folder
            ? await StubbedAsync(options, folder, tell)
            : new OpenCity(await CityServer.StartAsync(options, cancellation), order.Seed, clock.GetUtcNow());
    }

    async Task<IMockCity> StubbedAsync(CityServerOptions options, string folder, Action<string> tell)
    {
        var stubbed = await StubbedCity.StartAsync(options, folder, tell);
        tell($"Stubs: {stubbed.Stubs} from {folder} answer before the city.");
        if (stubbed.Deeper > 0)
            tell($"Stubs: {stubbed.Deeper} .json file{(stubbed.Deeper == 1 ? " in a folder" : "s in folders")} below are not read; move mappings up if they are meant.");
        return new OpenCity(stubbed.City, stubbed, options.Seed, clock.GetUtcNow());
    }

    sealed class OpenCity(MountedCity server, IAsyncDisposable owner, int seed, DateTimeOffset started) : IMockCity
    {
        public OpenCity(CityServer server, int seed, DateTimeOffset started)
            : this(server.Mounted, server, seed, started)
        {
        }

        public Uri Endpoint => server.Endpoint;

        // The server names both documents by what they have in common.
        public Uri Discovery { get; } = new(server.Discovery.OriginalString + ".xml");

        public bool Xml => server.Xml;

        public bool Json => server.Json;

        public string? Jurisdiction => Jurisdictions is [var first, ..] ? first : null;

        public IReadOnlyList<string> Jurisdictions => server.DemandsJurisdiction ? [.. server.City.Jurisdictions.Select(j => j.Id)] : [];

        public string? ApiKey => server.City.Keys.FirstOrDefault();

        public Uri Origin => server.Origin;

        public Uri Admin => server.Admin;

        public IReadOnlyList<string> JurisdictionIds => [.. server.City.Jurisdictions.Select(j => j.Id)];

        public int Seed => seed;

        public DateTimeOffset Started => started;

        public IReadOnlyList<string> Variations => server.Variations;

        public IReadOnlyList<KeyValuePair<string, string>> SampleForm => server.SampleForm;

        public long Calls => server.Scores.Calls;

        public IReadOnlyList<ClientScore> Scores => server.Scores.All();

        public ValueTask DisposeAsync() => owner.DisposeAsync();
    }
}
