using Open311.Mock.Clients;
using Open311.Mock.Journal;
using Open311.Mock.Running;
using Open311.Mock.Serving;
using Open311.Mock.WireMock.Serving;
using WireMock.Server;

namespace Open311.Mock.WireMock;

/// <summary>A city behind a <see cref="WireMockServer"/>; see <see cref="WireMockServerExtensions.MapOpen311City"/>.</summary>
public sealed class MappedCity : IAsyncDisposable, IDisposable
{
    readonly WireMockServer server;
    readonly MountedCity city;
    readonly CityProvider provider;

    internal MappedCity(WireMockServer server, MountedCity city)
    {
        this.server = server;
        this.city = city;
        provider = new CityProvider(city);
        city.At(new Uri(server.Url ?? throw new InvalidOperationException("The WireMockServer does not listen; start it first.")));
        provider.PutBehind(server);
    }

    /// <summary>The base of the API with a slash at its end, for <see cref="HttpClient.BaseAddress"/>.</summary>
    public Uri BaseAddress => new(Endpoint.OriginalString + "/");

    /// <summary>The base of the API, without a trailing slash.</summary>
    public Uri Endpoint => city.Endpoint;

    /// <summary>The discovery document in XML.</summary>
    public Uri Discovery => new(city.Discovery.OriginalString + ".xml");

    /// <summary>The base of the administration, without a trailing slash.</summary>
    public Uri Admin => city.Admin;

    /// <summary>A key that may post.</summary>
    public string ApiKey => city.City.Keys is [var first, ..] ? first : "";

    /// <summary>The jurisdiction_ids served; with more than one, every call must name one.</summary>
    public IReadOnlyList<string> Jurisdictions => [.. city.City.Jurisdictions.Select(j => j.Id)];

    /// <summary>The form of a POST that the city accepts: key, location, and what the service requires.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> SampleForm => city.SampleForm;

    /// <summary>The calls that the city answered; those that your stubs answered are in <see cref="WireMockServer.LogEntries"/> alone.</summary>
    public CallJournal Journal => city.Journal;

    /// <summary>What clients did right and wrong in the calls that the city answered.</summary>
    public ClientScores Scores => city.Scores;

    /// <summary>The city's time, to move as the test needs.</summary>
    public CityClock Clock => city.Running.Clock;

    /// <summary>The city itself: snapshots, restoring, counts.</summary>
    public RunningCity City => city.Running;

    /// <summary>
    /// Forgets what clients posted and did: city, clock, journal and scores are as at the start. The city is there again, too, where
    /// <see cref="WireMockServer.Reset"/> or <see cref="WireMockServer.ResetMappings"/> took it away with the other mappings.
    /// </summary>
    public void Reset()
    {
        city.Reset();
        provider.PutBehind(server);
    }

    /// <summary>Takes the city away from the server, which goes on with the stubs alone.</summary>
    public async ValueTask DisposeAsync()
    {
        server.DeleteMapping(CityProvider.Id);
        await city.DisposeAsync();
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
