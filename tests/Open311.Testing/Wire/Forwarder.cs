using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Open311.Testing.Wire;

/// <summary>A proxy on loopback that hands on every byte, and keeps what clients sent: what is not in it was not sent.</summary>
public sealed class Forwarder : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource end = new();
    readonly ConcurrentQueue<MemoryStream> sent = new();
    readonly int port;
    readonly Task accepting;

    /// <param name="port">Where everything goes, on loopback.</param>
    public Forwarder(int port)
    {
        this.port = port;
        listener.Start();
        accepting = AcceptAsync();
    }

    public string Base => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    /// <summary>All requests that arrived so far, read from the bytes.</summary>
    public async Task<IReadOnlyList<RawRequest>> RequestsAsync()
    {
        var requests = new List<RawRequest>();
        foreach (var connection in sent)
        {
            byte[] bytes;
            lock (connection)
                bytes = connection.ToArray();
            using var wire = new MemoryStream(bytes);
            while (await RawRequest.ReadAsync(wire, end.Token) is { } request)
                requests.Add(request);
        }

        return requests;
    }

    /// <summary>Forgets what arrived.</summary>
    public void Forget() => sent.Clear();

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
                serving.Add(ForwardAsync(await listener.AcceptTcpClientAsync(end.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(serving);
        }
    }

    async Task ForwardAsync(TcpClient client)
    {
        using var _ = client;
        using var server = new TcpClient();
        var kept = new MemoryStream();
        sent.Enqueue(kept);
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, port, end.Token);
            await Task.WhenAny(PassAsync(client, server, kept), PassAsync(server, client, null));
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Either side may hang up whenever it has had enough.
        }
    }

    async Task PassAsync(TcpClient from, TcpClient to, MemoryStream? kept)
    {
        var (source, target) = (from.GetStream(), to.GetStream());
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await source.ReadAsync(buffer, end.Token)) > 0)
        {
            if (kept is not null)
            {
                lock (kept)
                    kept.Write(buffer, 0, count);
            }

            await target.WriteAsync(buffer.AsMemory(0, count), end.Token);
        }
    }
}
