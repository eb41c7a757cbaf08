using System.Diagnostics;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
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
    readonly IDisposable refused;

    CityServer(WebApplication host, MountedCity mounted)
    {
        this.host = host;
        Mounted = mounted;
        refused = mounted.Overhear(host.Services.GetRequiredService<DiagnosticListener>());
    }

    /// <summary>The city without its listener.</summary>
    public MountedCity Mounted { get; }

    /// <summary>The city served.</summary>
    public City City => Mounted.City;

    /// <summary>Its clock and its state.</summary>
    public RunningCity Running => Mounted.Running;

    /// <summary>Scheme, host and port.</summary>
    public Uri Origin => Mounted.Origin;

    /// <summary>The base of the API, without a trailing slash.</summary>
    public Uri Endpoint => Mounted.Endpoint;

    /// <summary>The discovery document, without its extension.</summary>
    public Uri Discovery => Mounted.Discovery;

    /// <summary>The base of the administration, without a trailing slash.</summary>
    public Uri Admin => Mounted.Admin;

    /// <summary>Whether XML is served.</summary>
    public bool Xml => Mounted.Xml;

    /// <summary>Whether JSON is served.</summary>
    public bool Json => Mounted.Json;

    /// <summary>Whether every call must name its jurisdiction.</summary>
    public bool DemandsJurisdiction => Mounted.DemandsJurisdiction;

    /// <summary>The calls received.</summary>
    public CallJournal Journal => Mounted.Journal;

    /// <summary>What clients did right and wrong.</summary>
    public ClientScores Scores => Mounted.Scores;

    /// <summary>The form of a POST that this city accepts, to show how it is done: key, location, and what the service requires.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> SampleForm => Mounted.SampleForm;

    /// <summary>The ids of the variations that are in force.</summary>
    public IReadOnlyList<string> Variations => Mounted.Variations;

    /// <summary>Starts a city. It answers when the task is done.</summary>
    /// <param name="options">What to serve; the embedded default city when null.</param>
    /// <param name="cancellation">Gives up starting.</param>
    /// <exception cref="FixtureException">The city, a variation or a fault is malformed or unknown.</exception>
    /// <exception cref="CityException">The city cannot run as the options ask.</exception>
    /// <exception cref="DisturbanceException">A disturbance cannot be read.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<CityServer> StartAsync(CityServerOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new CityServerOptions();
        var mounted = MountedCity.Open(options);
        var host = Build(mounted, options);
        try
        {
            await host.StartAsync(cancellation);
        }
        catch (Exception e)
        {
            await host.DisposeAsync();
            await mounted.DisposeAsync();
            // An address that this machine does not have, or a port that needs rights.
            if (e is SocketException socket)
                throw new IOException(socket.Message, socket);
            throw;
        }

        var listening = new Uri(host.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
        mounted.At(Reachable(listening, options.Address));
        return new CityServer(host, mounted);
    }

    /// <summary>Forgets what clients posted and did: city, journal and scores are as at the start.</summary>
    public void Reset() => Mounted.Reset();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await host.StopAsync(impatient.Token);
        refused.Dispose();
        await host.DisposeAsync();
        await Mounted.DisposeAsync();
    }

    static WebApplication Build(MountedCity mounted, CityServerOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(options.Address, options.Port, listen =>
            {
                if (options.Recorded is not null)
                    listen.Use(next => connection => ExactListener.Exactly(connection, next));
            });
            Receive(kestrel);
        });
        builder.Logging.ClearProviders();
        var host = builder.Build();
        host.Run(mounted.HandleAsync);
        return host;
    }

    /// <summary>Sets what a listener in front of a city must let pass, so that the city sees what was sent.</summary>
    /// <param name="kestrel">The listener.</param>
    public static void Receive(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestLineSize = 64 * 1024;
        kestrel.Limits.MaxRequestHeadersTotalSize = 128 * 1024;
        // Byte for byte: what clients put into headers is looked at as it is.
        kestrel.RequestHeaderEncodingSelector = _ => System.Text.Encoding.Latin1;
    }

    /// <summary>The address to call a listener at: "any address" is none, and this machine's own is.</summary>
    /// <param name="listening">Where it listens.</param>
    /// <param name="bound">What it was told to listen on.</param>
    public static Uri Reachable(Uri listening, IPAddress bound)
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
