using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Open311.WebConsole.Cities;
using Open311.WebConsole.Guarding;
using Open311.WebConsole.Routes;
using Open311.WebConsole.Runs;
using Open311.WebConsole.Serving;

namespace Open311.WebConsole;

/// <summary>The console, listening. Disposing it interrupts what goes on, and keeps what was found until then.</summary>
public sealed class ConsoleServer : IAsyncDisposable
{
    const int MostConnections = 200;

    readonly WebApplication host;
    readonly DataFolder data;
    readonly RunStore store;
    readonly RunQueue queue;
    readonly CityBook cities;
    readonly PageRenderer renderer;

    ConsoleServer(ConsoleOptions options)
    {
        data = DataFolder.Open(options.Data);
        try
        {
            store = RunStore.Open(options.Data, options.Clock.GetUtcNow());
        }
        catch
        {
            data.Dispose();
            throw;
        }

        var folders = new RunFolders(options.Data);
        folders.RemoveUploads();
        queue = new RunQueue(store, folders, options);
        cities = new CityBook(options.Reach, options.Clock);
        renderer = new PageRenderer();
        host = Build(options, new Desk(options, renderer, store, folders, queue, cities, new TokenGate(options.Token)));
    }

    /// <summary>Where it is reached: scheme, host and port.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Starts the console. It answers when the task is done.</summary>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Gives up starting.</param>
    /// <exception cref="ConsoleException">It cannot be started like this.</exception>
    public static async Task<ConsoleServer> StartAsync(ConsoleOptions options, CancellationToken cancellation = default)
    {
        if (options.Token is null && !IPAddress.IsLoopback(options.Address))
            throw new ConsoleException("Others can reach this address, so that a token must keep strangers out; give one by --token.");
        if (options.Token is { Length: < TokenGate.Shortest })
            throw new ConsoleException($"The token is too easy to guess; give one of {TokenGate.Shortest} characters or more.");
        var server = new ConsoleServer(options);
        try
        {
            await server.host.StartAsync(cancellation);
            server.Address = new Uri(server.host.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
            return server;
        }
        catch (Exception e)
        {
            await server.DisposeAsync();
            if (e is IOException or SocketException)
                throw new ConsoleException($"The console cannot listen on port {options.Port}: {e.Message}");
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await queue.DisposeAsync();
        using var impatient = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await host.StopAsync(impatient.Token);
        await host.DisposeAsync();
        await cities.DisposeAsync();
        await renderer.DisposeAsync();
        store.Dispose();
        data.Dispose();
    }

    static WebApplication Build(ConsoleOptions options, Desk desk)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(options.Address, options.Port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = MostConnections;
        });
        // Nothing is logged: addresses of pages and what was typed into them are nobody's business.
        builder.Logging.ClearProviders();
        builder.Services.AddRoutingCore();
        builder.Services.Configure<FormOptions>(form =>
        {
            form.ValueCountLimit = 400;
            form.ValueLengthLimit = 32 * 1024;
            form.MultipartBodyLengthLimit = options.MostUpload;
        });
        FormGuard.Add(builder.Services);
        var host = builder.Build();
        var door = new Doorkeeper(desk);
        host.Use(door.HandleAsync);
        host.UseRouting();
        new EntryRoutes(desk).Map(host);
        new RunRoutes(desk).Map(host);
        new ProofRoutes(desk).Map(host);
        new CityRoutes(desk).Map(host);
        return host;
    }
}
