using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Open311.Conformance.Exchanges;

/// <summary>
/// An HTTP client with at most one connection to each server, used by one exchange at a time: so every byte that passes belongs to <see cref="Current"/>.
/// </summary>
internal sealed class Lane : IDisposable
{
    readonly HttpMessageInvoker client;
    readonly Recording nobody = new(TimeProvider.System, 0, new SegmentPool());
    string? tlsProblem;

    public Lane(ProbeLimits limits)
    {
        Current = nobody;
        client = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            AutomaticDecompression = System.Net.DecompressionMethods.None,
            ConnectCallback = ConnectAsync,
            ConnectTimeout = Timeout.InfiniteTimeSpan,
            MaxConnectionsPerServer = 1,
            MaxResponseDrainSize = 0,
            MaxResponseHeadersLength = limits.HeadKib,
            PlaintextStreamFilter = (context, _) => ValueTask.FromResult<Stream>(new TeeStream(context.PlaintextStream, this, tlsProblem)),
            RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8,
            SslOptions = new SslClientAuthenticationOptions
            {
                // Nothing is fetched from addresses that a certificate names.
                CertificateChainPolicy = new X509ChainPolicy { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck },
                RemoteCertificateValidationCallback = Judge,
            },
            UseCookies = false,
            UseProxy = false,
        });
    }

    /// <summary>The recording of the exchange under way.</summary>
    public Recording Current { get; private set; }

    /// <summary>The connection that carries it, once it was written to.</summary>
    public TeeStream? Carrier { get; set; }

    /// <summary>Whether the lane has been used before, so that a connection may be kept open.</summary>
    public bool IsUsed { get; private set; }

    /// <summary>The socket last connected.</summary>
    public Socket? Socket { get; private set; }

    /// <summary>Sends a request, recording what passes.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, Recording recording, CancellationToken cancellation)
    {
        Current = recording;
        Carrier = null;
        IsUsed = true;
        return client.SendAsync(message, cancellation);
    }

    /// <summary>Ends the exchange: what passes from now on belongs to none.</summary>
    public void Finish()
    {
        Current = nobody;
        Carrier?.Release();
        Carrier = null;
    }

    public void Dispose()
    {
        Finish();
        client.Dispose();
    }

    async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        // The client asks again by itself when a connection ends before the answer. After a kept connection that had gone stale this is right;
        // after a fresh one it would hide that the server closed instead of answering.
        if (++Current.Connects > 1)
            throw new IOException("The connection was closed instead of an answer.");

        tlsProblem = null;
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellation);
            Socket = socket;
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    bool Judge(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        tlsProblem = CertificateProblem.Describe(certificate, chain, errors);
        return true;
    }
}
