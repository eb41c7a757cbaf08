using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Open311.Mock.Cities;
using Open311.Mock.Disturbances;
using Open311.Mock.Fixtures;
using Open311.Mock.Running;
using Open311.Mock.Serving;
using Open311.Mock.WireMock.Matching;
using Open311.Mock.WireMock.Stubs;
using WireMock.Exceptions;
using WireMock.Server;
using WireMock.Settings;

namespace Open311.Mock.WireMock.Serving;

/// <summary>A city that listens behind WireMock.Net, with the stubs of a folder before it: <c>open311 mock --stubs</c>.</summary>
public sealed class StubbedCity : IAsyncDisposable
{
    // WireMock.Net tells by its log which mapping answered; nobody else reads it, and it sorts all of it for every call.
    const int LogEntries = 8;

    readonly WireMockServer server;
    readonly StubWatcher watcher;
    readonly StubShelf shelf;
    readonly IDisposable? overheard;

    StubbedCity(MountedCity city, WireMockServer server, StubShelf shelf, StubFolder folder, IDisposable? overheard, TimeProvider time)
    {
        this.server = server;
        this.shelf = shelf;
        this.overheard = overheard;
        City = city;
        Deeper = folder.Deeper;
        watcher = new StubWatcher(shelf, time);
    }

    /// <summary>The city behind the stubs.</summary>
    public MountedCity City { get; }

    /// <summary>How many stubs are served at this moment.</summary>
    public int Stubs => shelf.ByGuid.Count;

    /// <summary>How many files named *.json stand in folders below that of the stubs: they are not read.</summary>
    public int Deeper { get; }

    /// <summary>Starts a city with stubs before it. It answers when this returns.</summary>
    /// <param name="options">The city, the address and the port.</param>
    /// <param name="folder">The folder of the mapping files; they are read again when they change.</param>
    /// <param name="tell">Told, in a sentence, of what happens to the stubs while they are served.</param>
    /// <exception cref="StubException">The folder or a file in it cannot be served.</exception>
    /// <exception cref="FixtureException">The city, a variation or a fault is malformed or unknown.</exception>
    /// <exception cref="CityException">The city cannot run as the options ask.</exception>
    /// <exception cref="DisturbanceException">A disturbance cannot be read.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<StubbedCity> StartAsync(CityServerOptions options, string folder, Action<string> tell)
    {
        var stubs = StubFolder.Open(folder);
        var files = new StubFiles(stubs.FullPath);
        var reader = new StubReader(files);
        // Before anything listens: what can be seen to be wrong is told at once.
        foreach (var name in stubs.Files().Keys)
            reader.Read(name, stubs.PathOf(name));
        var city = MountedCity.Open(options);
        WireMockServer? server = null;
        IDisposable? overheard = null;
        try
        {
            Probe(options);
            var door = new FrontDoor(city, options.Time, tell);
            server = Listen(options, files, tell, app =>
            {
                if (app.ApplicationServices.GetService<DiagnosticListener>() is { } listener)
                    overheard = city.Overhear(listener);
                app.Use(next => context => door.InvokeAsync(context, next));
            });
            var shelf = new StubShelf(stubs, reader, new StubRegister(server), tell);
            new CityProvider(city, FrontDoor.Arrive).PutBehind(server);
            server.LogEntriesChanged += (_, changed) => FrontDoor.Hear(changed);
            city.WasReset += server.ResetScenarios;
            city.At(CityServer.Reachable(new Uri($"http://{Host(options.Address)}:{server.Port}"), options.Address));
            shelf.Fill();
            door.Shelf = shelf;
            return new StubbedCity(city, server, shelf, stubs, overheard, options.Time);
        }
        catch
        {
            server?.Dispose();
            overheard?.Dispose();
            await city.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await watcher.DisposeAsync();
        server.Stop();
        overheard?.Dispose();
        server.Dispose();
        await City.DisposeAsync();
    }

    static WireMockServer Listen(CityServerOptions options, StubFiles files, Action<string> tell, Action<IApplicationBuilder> before)
    {
        try
        {
            return WireMockServer.Start(new WireMockServerSettings
            {
                Urls = [$"http://{Host(options.Address)}:{options.Port}"],
                StartAdminInterface = false,
                ReadStaticMappings = false,
                AllowPartialMapping = false,
                AllowCSharpCodeMatcher = false,
                MaxRequestLogCount = LogEntries,
                // A few bytes can be made gigabytes.
                DisableRequestBodyDecompressing = true,
                FileSystemHandler = files,
                Logger = new StubVoice(tell),
                Culture = System.Globalization.CultureInfo.InvariantCulture,
                CustomMatcherMappings = BoundedMatchers.Makers(tell),
                AdditionalServiceRegistration = services => services.PostConfigure<KestrelServerOptions>(CityServer.Receive),
                PreWireMockMiddlewareInit = app => before((IApplicationBuilder)app),
            });
        }
        catch (Exception e) when (e is WireMockException or TimeoutException)
        {
            throw new IOException((e.InnerException ?? e).Message, e);
        }
    }

    // WireMock.Net waits for ten seconds before it says that a port is taken.
    static void Probe(CityServerOptions options)
    {
        if (options.Port == 0)
            return;
        try
        {
            using var probe = new TcpListener(options.Address, options.Port);
            probe.Start();
        }
        catch (SocketException e)
        {
            throw new IOException(e.Message, e);
        }
    }

    static string Host(IPAddress address) => address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
}
