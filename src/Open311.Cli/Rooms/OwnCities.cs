using Open311.Mock.Faults;
using Open311.Mock.Serving;
using Open311.Mock.Variations;

namespace Open311.Cli.Rooms;

/// <summary>The cities of this house.</summary>
internal sealed class OwnCities(TimeProvider clock) : ICities
{
    public IReadOnlyList<CityTrait> Faults => [.. FaultCatalog.Load().All.Select(f => new CityTrait(f.Id, f.Title, f.Requirements))];

    public IReadOnlyList<CityTrait> Variations => [.. VariationCatalog.Load().All.Select(v => new CityTrait(v.Id, v.Title, v.Requirements))];

    public async Task<IOpenCity> StartAsync(int port, IReadOnlyList<string> faults, IReadOnlyList<string> variations, CancellationToken cancellation)
    {
        var options = new CityServerOptions { Port = port, Time = clock, Faults = faults, Variations = variations };
        return new OpenCity(await CityServer.StartAsync(options, cancellation));
    }

    public async Task<IOpenCity> StartAsync(bool severalJurisdictions, CancellationToken cancellation) =>
        new OpenCity(await CityServer.StartAsync(new CityServerOptions { Time = clock, City = severalJurisdictions ? Mock.Cities.City.Load("two-rivers") : null }, cancellation));

    sealed class OpenCity(CityServer server) : IOpenCity
    {
        public Uri Endpoint => server.Endpoint;

        // The server names both documents by what they have in common.
        public Uri Discovery { get; } = new(server.Discovery.OriginalString + ".xml");

        public string? Jurisdiction => server.City.Jurisdictions is [var first, _, ..] ? first.Id : null;

        public IReadOnlyList<string> Jurisdictions => server.City.Jurisdictions.Count > 1 ? [.. server.City.Jurisdictions.Select(j => j.Id)] : [];

        public string? ApiKey => server.City.Keys.FirstOrDefault();

        public ValueTask DisposeAsync() => server.DisposeAsync();
    }
}
