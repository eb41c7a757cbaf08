using System.Net;
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
    readonly IAddressRule? rule;
    readonly Recording nobody = new(TimeProvider.System, 0, new SegmentPool());
    string? tlsProblem;

    public Lane(ProbeLimits limits, IAddressRule? rule = null)
    {
        this.rule = rule;
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
            if (rule is null)
                await socket.ConnectAsync(context.DnsEndPoint, cancellation);
            else
                await socket.ConnectAsync(await AllowedAsync(context.DnsEndPoint, rule, cancellation), context.DnsEndPoint.Port, cancellation);
            Socket = socket;
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // What was looked at is what is connected to: a name that resolves to something else a moment later gains nothing.
    static async Task<IPAddress[]> AllowedAsync(DnsEndPoint end, IAddressRule rule, CancellationToken cancellation)
    {
        var all = await Dns.GetHostAddressesAsync(end.Host, cancellation);
        var judged = all.Select(a => (Address: a, Refusal: rule.Refusal(a, end.Port))).ToList();
        IPAddress[] allowed = [.. judged.Where(j => j.Refusal is null).Select(j => j.Address)];
        return allowed.Length > 0 ? allowed : throw new AddressRefusedException(judged.Select(j => j.Refusal).FirstOrDefault() ?? $"The host name {end.Host} resolves to no address.");
    }

    bool Judge(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        tlsProblem = CertificateProblem.Describe(certificate, chain, errors);
        return true;
    }
}
