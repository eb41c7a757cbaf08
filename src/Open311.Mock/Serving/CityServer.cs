using System.Diagnostics;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Open311.Mock.Admin;
using Open311.Mock.Cities;
using Open311.Mock.Clients;
using Open311.Mock.Disturbances;
using Open311.Mock.Fixtures;
using Open311.Mock.Journal;
using Open311.Mock.Running;

namespace Open311.Mock.Serving;

/// <summary>A city that listens and answers GeoReport v2 and discovery. See <see cref="MockCity"/> for use in tests.</summary>
public sealed class CityServer : IAsyncDisposable
{
    readonly WebApplication host;
    readonly ServerParts parts;
    readonly BadRequestWatch refused;

    CityServer(WebApplication host, ServerParts parts, Uri origin)
    {
        this.host = host;
        this.parts = parts;
        refused = new BadRequestWatch(host.Services.GetRequiredService<DiagnosticListener>(), parts);
        Origin = origin;
        Endpoint = Running.Endpoint = new Uri(origin, Running.Rules.EndpointPath);
        Discovery = new Uri(origin, $"{Running.Rules.DiscoveryPath}/discovery");
        Admin = new Uri(origin, parts.Options.AdminPath);
    }

    /// <summary>The city served.</summary>
    public City City => Running.City;

    /// <summary>Its clock and its state.</summary>
    public RunningCity Running => parts.City;

    /// <summary>Scheme, host and port.</summary>
    public Uri Origin { get; }

    /// <summary>The base of the API, without a trailing slash.</summary>
    public Uri Endpoint { get; }

    /// <summary>The discovery document, without its extension.</summary>
    public Uri Discovery { get; }

    /// <summary>The base of the administration, without a trailing slash.</summary>
    public Uri Admin { get; }

    /// <summary>Whether XML is served.</summary>
    public bool Xml => Running.Rules.Xml;

    /// <summary>Whether JSON is served.</summary>
    public bool Json => Running.Rules.Json;

    /// <summary>Whether every call must name its jurisdiction.</summary>
    public bool DemandsJurisdiction => City.Jurisdictions.Count > 1 || Running.Rules.Misbehaviour.JurisdictionDemanded;

    /// <summary>The calls received.</summary>
    public CallJournal Journal => parts.Journal;

    /// <summary>What clients did right and wrong.</summary>
    public ClientScores Scores => parts.Scores;

    /// <summary>The form of a POST that this city accepts, to show how it is done: key, location, and what the service requires.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> SampleForm => SampleReport.Of(City, DemandsJurisdiction);

    /// <summary>The ids of the variations that are in force.</summary>
    public IReadOnlyList<string> Variations => parts.Variations;

    /// <summary>Starts a city. It answers when the task is done.</summary>
    /// <param name="options">What to serve; the embedded default city when null.</param>
    /// <param name="cancellation">Gives up starting.</param>
    /// <exception cref="FixtureException">The city, a variation or a fault is malformed or unknown.</exception>
    /// <exception cref="CityException">The city cannot run as the options ask.</exception>
    /// <exception cref="DisturbanceException">A disturbance cannot be read.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<CityServer> StartAsync(CityServerOptions? options = null, CancellationToken cancellation = default)
    {
        var parts = ServerParts.Of(options ?? new CityServerOptions());
        var host = Build(parts);
        try
        {
            await host.StartAsync(cancellation);
        }
        catch (Exception e)
        {
            await host.DisposeAsync();
            await parts.DisposeAsync();
            // An address that this machine does not have, or a port that needs rights.
            if (e is SocketException socket)
                throw new IOException(socket.Message, socket);
            throw;
        }

        var listening = new Uri(host.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
        var server = new CityServer(host, parts, Reachable(listening, parts.Options.Address));
        parts.Watch();
        return server;
    }

    /// <summary>Forgets what clients posted and did: city, journal and scores are as at the start.</summary>
    public void Reset() => parts.Reset();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await host.StopAsync(impatient.Token);
        refused.Dispose();
        await host.DisposeAsync();
        await parts.DisposeAsync();
    }

    static WebApplication Build(ServerParts parts)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(parts.Options.Address, parts.Options.Port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = 64 * 1024;
            kestrel.Limits.MaxRequestHeadersTotalSize = 128 * 1024;
            // Byte for byte: what clients put into headers is looked at as it is.
            kestrel.RequestHeaderEncodingSelector = _ => System.Text.Encoding.Latin1;
        });
        builder.Logging.ClearProviders();
        var host = builder.Build();
        host.Run(context => parts.Admin.Serves(context) ? parts.Admin.HandleAsync(context) : parts.Calls.HandleAsync(context));
        return host;
    }

    // "Any address" is no address to call: this machine's own is.
    static Uri Reachable(Uri listening, IPAddress bound)
    {
        if (!bound.Equals(IPAddress.Any) && !bound.Equals(IPAddress.IPv6Any))
            return listening;
        var own = NetworkInterface.GetAllNetworkInterfaces()
            .Where(n => n.OperationalStatus == OperationalStatus.Up && n.NetworkInterfaceType != NetworkInterfaceType.Loopback)
            .SelectMany(n => n.GetIPProperties().UnicastAddresses)
            .Select(a => a.Address)
            .FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork);
        return new Uri($"http://{own ?? IPAddress.Loopback}:{listening.Port}");
    }
}
