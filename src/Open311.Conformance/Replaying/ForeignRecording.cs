using Open311.Conformance.Asking;
using Open311.Conformance.Evidence;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Targets;
using Open311.Protocol;

namespace Open311.Conformance.Replaying;

/// <summary>
/// What a browser or a proxy recorded of an endpoint. The suite's own questions are found in it where they were asked by chance; whatever else was
/// asked of the endpoint is judged as it stands.
/// </summary>
public sealed class ForeignRecording : IExchangeSource
{
    readonly Dictionary<string, List<Exchange>> byUrl = new(StringComparer.Ordinal);
    readonly List<OfferedQuestion> offered = [];
    readonly List<string> unjudged = [];

    /// <summary>Takes a recording.</summary>
    /// <param name="exchanges">The exchanges of a HAR.</param>
    /// <param name="target">The endpoint; its discovery is looked for in the recording, too.</param>
    public ForeignRecording(IReadOnlyList<Exchange> exchanges, Target target)
    {
        var secrets = exchanges.SelectMany(e => Arguments(e.Request.Url.OriginalString)).Where(a => a.Name == "api_key").Select(a => a.Value).Where(v => v.Length > 0).Distinct().Select(k => new Redactor(k)).ToList();
        foreach (var (at, exchange) in exchanges.Index())
        {
            var url = exchange.Request.Url.OriginalString;
            var isEndpoint = url.StartsWith(target.Endpoint.OriginalString.TrimEnd('/') + "/", StringComparison.Ordinal);
            if (Unusable(exchange) is { } why)
            {
                if (isEndpoint)
                    unjudged.Add($"Entry {at + 1} ({exchange.Request.Method} {Shown.Brief(secrets.Aggregate(url, (u, r) => r.Url(u)))}): {why}");
                continue;
            }

            var clean = secrets.Aggregate(Plain(exchange), (e, redactor) => redactor.Exchange(e));
            var key = Key(clean.Request.Url.OriginalString);
            if (!byUrl.TryGetValue(key, out var same))
                byUrl.Add(key, same = []);
            same.Add(clean);
            if (isEndpoint && same.Count == 1 && Question(clean, target) is { } ask)
                offered.Add(new(ask, clean.Request.Url));
            Latest = exchange.Started > Latest ? exchange.Started : Latest;
        }
    }

    /// <inheritdoc/>
    public bool IsLive => false;

    /// <inheritdoc/>
    public IReadOnlyList<OfferedQuestion> Offered => offered;

    /// <summary>What was sent to the endpoint and cannot be judged, with the reason.</summary>
    public IReadOnlyList<string> Unjudged => unjudged;

    /// <summary>When the last of it was recorded; the default value when the recording does not say.</summary>
    public DateTimeOffset Latest { get; }

    /// <inheritdoc/>
    public ValueTask<Exchange> SendAsync(ProbeRequest request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var isPlain = request.Method == "GET" && request.Attempt == 0 && request.Headers.Count == 0;
        var found = isPlain && byUrl.TryGetValue(Key(request.Url.OriginalString), out var same) ? same.ElementAtOrDefault(request.Occasion) : null;
        return ValueTask.FromResult(found is not null
            ? found with { Request = request }
            : new Exchange { Request = request, Outcome = ExchangeOutcome.NotRecorded, Problem = "it is not in the recording" });
    }

    static string? Unusable(Exchange exchange) => exchange switch
    {
        { Request.Method: not "GET" } => "only GET is judged from a recording.",
        { Answer: null } => "the recording holds no answer.",
        { Answer.Status: 304 } => "the answer came from the browser's store (304), without a body.",
        { Answer: { Status: >= 300 and < 400 } } => "redirects are followed by whoever recorded, and not judged.",
        { Outcome: not ExchangeOutcome.Answered } => "the answer is not whole.",
        { Answer: { Status: >= 200 and < 300 and not 204, Body.IsEmpty: true } } => "the recording holds no body of the answer.",
        _ => null,
    };

    // HTTP/2 has no reason phrase and names its own parts with a colon; what was coded was decoded by whoever recorded.
    static Exchange Plain(Exchange exchange) => exchange with
    {
        Answer = exchange.Answer! with
        {
            HttpVersion = "HTTP/1.1",
            Headers = [.. exchange.Answer.Headers.Where(h => !h.Name.StartsWith(':') && !IsCoding(h.Name))],
            Raw = default,
            WireDefects = [],
        },
    };

    static bool IsCoding(string name) => name.ToLowerInvariant() is "content-encoding" or "transfer-encoding" or "content-length";

    static Ask? Question(Exchange exchange, Target target)
    {
        var path = exchange.Request.Url.OriginalString[(target.Endpoint.OriginalString.TrimEnd('/').Length + 1)..].Split('?')[0];
        var dot = path.LastIndexOf('.');
        var format = dot < 0 ? null : path[(dot + 1)..] switch { "xml" => DataFormat.Xml, "json" => DataFormat.Json, _ => (DataFormat?)null };
        var parts = dot < 0 ? [] : path[..dot].Split('/');
        var kind = (parts, format) switch
        {
            (_, null) => (ResourceKind?)null,
            (["services"], _) => ResourceKind.Services,
            (["services", _], _) => ResourceKind.Definition,
            (["requests"], _) => ResourceKind.Requests,
            (["requests", _], _) => ResourceKind.Request,
            (["tokens", _], _) => ResourceKind.Token,
            _ => null,
        };
        if (kind is not { } resource)
            return null;
        var arguments = Arguments(exchange.Request.Url.OriginalString).ToList();
        var jurisdiction = arguments.FirstOrDefault(a => a.Name == "jurisdiction_id").Value ?? "";

        // Whether a question was a proper one is not known: what was answered with data deserved data, anything else is left open.
        return new Ask
        {
            Resource = resource,
            Format = format,
            Path = path,
            Query = [.. arguments.Where(a => a.Name is not ("jurisdiction_id" or "api_key")).Select(a => KeyValuePair.Create(a.Name, a.Value))],
            Jurisdiction = jurisdiction == (target.Jurisdictions.FirstOrDefault() ?? "") ? null : jurisdiction,
            Purpose = exchange.Answer!.Status is >= 200 and < 300 ? Purpose.Read : Purpose.Open,
        };
    }

    // The same arguments in another order make the same question.
    static string Key(string url)
    {
        var parts = url.Split('?', 2);
        return parts.Length == 1 ? url : $"{parts[0]}?{string.Join('&', Arguments(url).Select(a => $"{a.Name}={a.Value}").Order(StringComparer.Ordinal))}";
    }

    static IEnumerable<(string Name, string Value)> Arguments(string url) =>
        url.Split('?', 2) is [_, var query]
            ? query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).Select(p => (Decoded(p[0]), p.Length > 1 ? Decoded(p[1]) : ""))
            : [];

    static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
