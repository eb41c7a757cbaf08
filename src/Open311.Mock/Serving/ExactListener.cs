using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Open311.Recordings.Cassettes;
using Open311.Recordings.Replaying;

namespace Open311.Mock.Serving;

/// <summary>A listener whose answers go out byte for byte, whatever Kestrel would make of them.</summary>
public sealed class ExactListener : IAsyncDisposable
{
    /// <summary>The largest body that is taken, in bytes; what is larger is answered 413.</summary>
    public const int LargestBody = 16 * 1024 * 1024;

    const int MostConnections = 200;

    readonly WebApplication host;

    ExactListener(WebApplication host, Uri origin) => (this.host, Origin) = (host, origin);

    /// <summary>Scheme, host and port at which it is reached.</summary>
    public Uri Origin { get; }

    /// <summary>Starts listening.</summary>
    /// <param name="address">Where.</param>
    /// <param name="port">0 for any free one.</param>
    /// <param name="answer">Answers a call; the token tells that the client has gone.</param>
    /// <param name="cancellation">Gives up starting.</param>
    /// <exception cref="IOException">The port is taken, or the address is not this machine's.</exception>
    public static async Task<ExactListener> StartAsync(IPAddress address, int port, Func<ExactCall, CancellationToken, Task<TakeImage>> answer, CancellationToken cancellation = default)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(address, port, listen => listen.Use(next => connection => Exactly(connection, next)));
            CityServer.Receive(kestrel);
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.MaxConcurrentConnections = MostConnections;
        });
        builder.Logging.ClearProviders();
        var host = builder.Build();
        host.Run(context => HandleAsync(context, answer));
        try
        {
            await host.StartAsync(cancellation);
        }
        catch (Exception e)
        {
            await host.DisposeAsync();
            if (e is SocketException socket)
                throw new IOException(socket.Message, socket);
            throw;
        }

        var listening = new Uri(host.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
        return new ExactListener(host, CityServer.Reachable(listening, address));
    }

    /// <summary>Takes no more calls, and lets those under way end.</summary>
    /// <param name="patience">How long they are waited for.</param>
    public async Task StopAsync(TimeSpan patience)
    {
        using var impatient = new CancellationTokenSource(patience);
        await host.StopAsync(impatient.Token);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(TimeSpan.FromMilliseconds(200));
        await host.DisposeAsync();
    }

    static async Task HandleAsync(HttpContext context, Func<ExactCall, CancellationToken, Task<TakeImage>> answer)
    {
        try
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            var call = new ExactCall(
                context.Request.Method,
                context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
                context.Request.Protocol,
                [.. context.Request.Headers.SelectMany(h => h.Value.Select(v => new HeaderLine(h.Key, v ?? "")))],
                body.ToArray());
            var image = await answer(call, context.RequestAborted);
            await WireSender.SendExactAsync(context, image, (ExactConnection)context.Features.GetRequiredFeature<IConnectionTransportFeature>().Transport);
        }
        catch (BadHttpRequestException)
        {
            // Kestrel answers what it cannot read, 413 and the like.
            throw;
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The client has gone; there is nobody left to answer.
        }
    }

    internal static Task Exactly(ConnectionContext connection, ConnectionDelegate next)
    {
        connection.Transport = new ExactConnection(connection.Transport);
        return next(connection);
    }
}
