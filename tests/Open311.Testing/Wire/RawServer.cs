using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Open311.Testing.Wire;

/// <summary>A server on loopback that answers with exactly the bytes it is told, however wrong they are.</summary>
public sealed class RawServer : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource end = new();
    readonly Func<RawRequest, Stream, CancellationToken, Task<bool>> respond;
    readonly X509Certificate2? certificate;
    readonly Task accepting;
    int connections;

    /// <param name="respond">Answers one request; returns whether the connection is kept open for the next.</param>
    public RawServer(Func<RawRequest, Stream, CancellationToken, Task<bool>> respond, X509Certificate2? certificate = null)
    {
        this.respond = respond;
        this.certificate = certificate;
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>The heads of all requests received, in order of arrival.</summary>
    public ConcurrentQueue<RawRequest> Requests { get; } = new();

    public int Connections => connections;

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public string Base => $"{(certificate is null ? "http" : "https")}://127.0.0.1:{Port}";

    /// <summary>Answers every request with these bytes and closes the connection.</summary>
    public static RawServer Closing(byte[] answer) => new(async (_, wire, end) =>
    {
        await wire.WriteAsync(answer, end);
        return false;
    });

    /// <summary>Answers every request with these bytes and closes the connection.</summary>
    public static RawServer Closing(string answer) => Closing(Encoding.Latin1.GetBytes(answer));

    /// <summary>Answers every request with these bytes and leaves the connection open.</summary>
    public static RawServer Keeping(string answer) => new(async (_, wire, end) =>
    {
        await wire.WriteAsync(Encoding.Latin1.GetBytes(answer), end);
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await accepting;
        end.Dispose();
    }

    async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
                serving.Add(ServeAsync(await listener.AcceptTcpClientAsync(end.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(serving);
        }
    }

    async Task ServeAsync(TcpClient client)
    {
        Interlocked.Increment(ref connections);
        using var _ = client;
        client.NoDelay = true;
        try
        {
            Stream wire = client.GetStream();
            if (certificate is not null)
            {
                var tls = new SslStream(wire);
                await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, end.Token);
                wire = tls;
            }

            while (await RawRequest.ReadAsync(wire, end.Token) is { } request)
            {
                Requests.Enqueue(request);
                if (!await respond(request, wire, end.Token))
                    break;
            }

            await wire.FlushAsync(end.Token);
            client.Client.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The probe may hang up whenever it has had enough.
        }
    }
}
