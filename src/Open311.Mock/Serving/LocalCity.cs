using Open311.Mock.Cities;
using Open311.Mock.Fixtures;
using Open311.Mock.Running;

namespace Open311.Mock.Serving;

/// <summary>A city that answers without a connection, with the bytes that would go onto one: for many short runs in one process.</summary>
public sealed class LocalCity : IAsyncDisposable
{
    readonly ServerParts parts;

    LocalCity(ServerParts parts, Uri origin)
    {
        this.parts = parts;
        Endpoint = parts.City.Endpoint = parts.EndpointAt(origin);
        Discovery = new Uri(origin, $"{parts.City.Rules.DiscoveryPath}/discovery");
    }

    /// <summary>The city served.</summary>
    public City City => parts.City.City;

    /// <summary>The base of the API, without a trailing slash.</summary>
    public Uri Endpoint { get; }

    /// <summary>The discovery document, without its extension.</summary>
    public Uri Discovery { get; }

    /// <summary>Opens a city.</summary>
    /// <param name="options">What to serve; address and port are of no account.</param>
    /// <param name="origin">Scheme, host and port that it says it is at.</param>
    /// <exception cref="FixtureException">The city, a variation or a fault is malformed or unknown.</exception>
    /// <exception cref="CityException">The city cannot run as the options ask.</exception>
    public static LocalCity Open(CityServerOptions options, Uri origin) => new(ServerParts.Of(options), origin);

    /// <summary>Answers a call.</summary>
    /// <param name="method">GET, HEAD, POST ...</param>
    /// <param name="target">Path and query as they would be sent.</param>
    /// <param name="headers">The header lines.</param>
    /// <param name="body">The body; empty for none.</param>
    public async Task<LocalAnswer> AnswerAsync(string method, string target, IReadOnlyList<KeyValuePair<string, string>> headers, ReadOnlyMemory<byte> body)
    {
        var answer = await parts.Calls.AnswerAsync(method, target, headers, body);
        return new LocalAnswer(WireBytes.Of(answer, method, parts.Options.Time.GetUtcNow()), answer.Exact?.Ends ?? answer.Framing is not (Framing.Length or Framing.Chunked), answer.Delay);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => parts.DisposeAsync();
}
