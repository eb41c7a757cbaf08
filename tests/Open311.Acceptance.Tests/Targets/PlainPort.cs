using System.Net;
using System.Net.Sockets;

namespace Open311.Acceptance.Tests.Targets;

/// <summary>Answers whatever comes with a refusal in plain HTTP.</summary>
internal sealed class PlainPort : IAsyncDisposable
{
    readonly TcpListener listener;
    readonly CancellationTokenSource end = new();
    readonly Task accepting;

    public PlainPort(TcpListener listener)
    {
        this.listener = listener;
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await accepting;
        end.Dispose();
    }

    async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(end.Token);
                await client.GetStream().ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, end.Token);
                await client.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), end.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
        {
            // The end of the test, or a client that left.
        }
    }
}
