using Open311.Mock.Disturbances;
using Open311.Mock.Fixtures;
using Open311.Mock.Running;
using Open311.Mock.Serving;
using WireMock.Server;

namespace Open311.Mock.WireMock;

/// <summary>Mounts a city behind WireMock.Net.</summary>
public static class WireMockServerExtensions
{
    /// <summary>
    /// Puts a GeoReport v2 city behind a server: it answers whatever no stub answers, stubs given before and after alike. One city a server.
    /// A server prepared by <see cref="WireMockServerSettingsExtensions.PrepareOpen311City"/> answers faster.
    /// </summary>
    /// <example>
    /// <code>
    /// using var server = WireMockServer.Start(settings => settings.PrepareOpen311City());
    /// await using var city = server.MapOpen311City(o => o.Dialect = "boston");
    /// server.Given(Request.Create().WithPath("/open311/v2/services.json")).RespondWith(Response.Create().WithStatusCode(503));
    /// </code>
    /// </example>
    /// <param name="server">A server that listens.</param>
    /// <param name="configure">Sets the city, its seed, clock, dialect, faults; the embedded default city when null. A port is of no account.</param>
    /// <param name="logEntries">The most calls that <see cref="WireMockServer.LogEntries"/> holds from now on; WireMock.Net keeps all of them otherwise. It sorts all of them on every call.</param>
    /// <returns>Where the city is reached, its key, its journal, and what clients did wrong. Dispose it before the server.</returns>
    /// <exception cref="FixtureException">The city, a variation or a fault is malformed or unknown.</exception>
    /// <exception cref="CityException">The city cannot run as the options ask.</exception>
    /// <exception cref="DisturbanceException">A disturbance or latency cannot be read.</exception>
    /// <exception cref="InvalidOperationException">The server does not listen.</exception>
    public static MappedCity MapOpen311City(this WireMockServer server, Action<MockCityOptions>? configure = null, int logEntries = 100)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentOutOfRangeException.ThrowIfNegative(logEntries);
        var options = new MockCityOptions();
        configure?.Invoke(options);
        server.SetMaxRequestLogCount(logEntries);
        return new MappedCity(server, MountedCity.Open(options.ToServer()));
    }
}
