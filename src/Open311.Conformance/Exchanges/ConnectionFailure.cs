using System.Net.Sockets;

namespace Open311.Conformance.Exchanges;

/// <summary>Tells why not a single byte came back.</summary>
internal static class ConnectionFailure
{
    /// <summary>Classifies a failure of the HTTP client.</summary>
    public static (ExchangeOutcome Outcome, string Problem) Classify(Exception? failure, Uri url)
    {
        var host = url.Host;
        return failure switch
        {
            HttpRequestException { InnerException: AddressRefusedException e } => (ExchangeOutcome.ConnectionRefused, e.Message),
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } =>
                (ExchangeOutcome.NameNotResolved, $"The host name {host} does not resolve."),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } e =>
                (ExchangeOutcome.TlsFailed, $"No TLS session could be made with {host}:{url.Port}: {Cause(e)}"),
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError, InnerException: SocketException e } =>
                (ExchangeOutcome.ConnectionRefused, e.SocketErrorCode == SocketError.ConnectionRefused
                    ? $"Nothing listens on port {url.Port} of {host}."
                    : $"{host}:{url.Port} cannot be reached: {Cause(e)}"),
            _ => (ExchangeOutcome.NoAnswer, "The connection was closed instead of an answer."),
        };
    }

    static string Cause(Exception e)
    {
        while (e.InnerException is { } inner)
            e = inner;
        return Shown.Brief(e.Message, 200).TrimEnd('.') + ".";
    }
}
