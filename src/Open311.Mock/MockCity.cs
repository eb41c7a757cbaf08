using Open311.Mock.Clients;
using Open311.Mock.Disturbances;
using Open311.Mock.Fixtures;
using Open311.Mock.Journal;
using Open311.Mock.Running;
using Open311.Mock.Serving;

namespace Open311.Mock;

/// <summary>
/// A GeoReport v2 city for tests, on loopback in the same process:
/// <c>await using var city = await MockCity.StartAsync(o => o.Lenient = true);</c>
/// </summary>
public sealed class MockCity : IAsyncDisposable
{
    readonly CityServer server;

    MockCity(CityServer server) => this.server = server;

    /// <summary>The base of the API with a slash at its end, for <see cref="HttpClient.BaseAddress"/>.</summary>
    public Uri BaseAddress => new(Endpoint.OriginalString + "/");

    /// <summary>The base of the API, without a trailing slash.</summary>
    public Uri Endpoint => server.Endpoint;

    /// <summary>The discovery document in XML.</summary>
    public Uri Discovery => new(server.Discovery.OriginalString + ".xml");

    /// <summary>The base of the administration, without a trailing slash.</summary>
    public Uri Admin => server.Admin;

    /// <summary>A key that may post.</summary>
    public string ApiKey => server.City.Keys is [var first, ..] ? first : "";

    /// <summary>The jurisdiction_ids served; with more than one, every call must name one.</summary>
    public IReadOnlyList<string> Jurisdictions => [.. server.City.Jurisdictions.Select(j => j.Id)];

    /// <summary>The form of a POST that the city accepts: key, location, and what the service requires.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> SampleForm => server.SampleForm;

    /// <summary>The calls received.</summary>
    public CallJournal Journal => server.Journal;

    /// <summary>What clients did right and wrong.</summary>
    public ClientScores Scores => server.Scores;

    /// <summary>The city's time, to move as the test needs.</summary>
    public CityClock Clock => server.Running.Clock;

    /// <summary>The city behind it: snapshots, restoring, counts.</summary>
    public RunningCity City => server.Running;

    /// <summary>Starts a city. It answers when the task is done.</summary>
    /// <param name="configure">Sets the options; the embedded default city when null.</param>
    /// <param name="cancellation">Gives up starting.</param>
    /// <exception cref="FixtureException">The city, a variation or a fault is malformed or unknown.</exception>
    /// <exception cref="CityException">The city cannot run as the options ask.</exception>
    /// <exception cref="DisturbanceException">A disturbance or latency cannot be read.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<MockCity> StartAsync(Action<MockCityOptions>? configure = null, CancellationToken cancellation = default)
    {
        var options = new MockCityOptions();
        configure?.Invoke(options);
        return new MockCity(await CityServer.StartAsync(options.ToServer(), cancellation));
    }

    /// <summary>Forgets what clients posted and did: city, clock, journal and scores are as at the start.</summary>
    public void Reset() => server.Reset();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server.DisposeAsync();
}
