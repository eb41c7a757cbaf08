using Open311.Conformance.Exchanges;
using Open311.Mock.Serving;
using Open311.Recordings.Cassettes;
using Open311.Recordings.Replaying;

namespace Open311.Cli.Taping.Proxying;

/// <summary>
/// Lets calls pass to one city and keeps what passes. GET, HEAD and OPTIONS go on, POST where that is allowed, nothing else ever; and nowhere but to the
/// origin of the endpoint, whatever a call names.
/// </summary>
/// <param name="options">The city, and what is allowed.</param>
/// <param name="city">The way to it.</param>
/// <param name="tape">Keeps what passes.</param>
/// <param name="tell">Told, in a sentence, of what was not recorded.</param>
internal sealed class ProxyDesk(ProxyOptions options, IExchangeSource city, ProxyTape tape, Action<string> tell)
{
    static readonly string[] own = ["User-Agent", "Accept", "Accept-Encoding", "X-Open311-Case"];
    static readonly string[] overriding = ["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"];

    readonly string origin = options.Endpoint.GetLeftPart(UriPartial.Authority);
    int refused;
    int unanswered;
    int isTlsTold;

    /// <summary>Where the proxy itself is reached; set once it listens.</summary>
    public Uri? Here { get; set; }

    /// <summary>Calls that the proxy did not let pass.</summary>
    public int Refused => refused;

    /// <summary>Calls that the city gave no answer to that could be passed on.</summary>
    public int Unanswered => unanswered;

    /// <summary>The endpoint as clients reach it here.</summary>
    public string EndpointHere => Here!.GetLeftPart(UriPartial.Authority) + options.Endpoint.OriginalString[origin.Length..];

    /// <summary>Answers a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellation">Ends the whole; that a client has gone ends nothing, since the city may have taken the call.</param>
    public async Task<TakeImage> AnswerAsync(ExactCall call, CancellationToken cancellation)
    {
        if (Path(call) is not { } path)
            return Refuse(call, 403, "Forbidden", $"Only {options.Endpoint.OriginalString} is recorded here, and no other host is called: this is no proxy for everything. Ask {EndpointHere} instead.");
        if (ProxyGuests.Problem(call, Here!, options.Endpoint) is { } problem)
            return Refuse(call, 403, "Forbidden", problem);
        if (!IsAllowed(call))
            return RefuseMethod(call);
        if (!ProbeUrl.TryExact(origin + path, out var url))
            return Refuse(call, 400, "Bad Request", "What stands in the request line is no path of a URL.");

        var request = new ProbeRequest { Method = call.Method, Url = url, Headers = Headers(call), Body = call.Body };
        Exchange exchange;
        try
        {
            exchange = await city.SendAsync(request, cancellation);
        }
        catch (ArgumentException e)
        {
            return Refuse(call, 400, "Bad Request", e.Message);
        }

        return exchange is { Outcome: ExchangeOutcome.Answered or ExchangeOutcome.Broken, Answer.Status: > 0 } ? Passed(call, exchange) : Unpassed(call, exchange);
    }

    TakeImage Passed(ExactCall call, Exchange exchange)
    {
        tape.Add(exchange);
        if (exchange.TlsProblem is { } problem && Interlocked.Exchange(ref isTlsTold, 1) == 0)
            tell($"Warning: {problem} What passes, keys included, may be read by others.");
        var take = TakeMaking.Take(exchange, 1);
        return TakeImage.Of(take.Wire.IsEmpty ? take with { ResponseHeaders = [.. HopByHop.OfAnswer(take.ResponseHeaders, call.Version == "HTTP/1.0")] } : take);
    }

    TakeImage Unpassed(ExactCall call, Exchange exchange)
    {
        Interlocked.Increment(ref unanswered);
        var sentence = $"{options.Endpoint.OriginalString} gave no answer that could be passed on: {exchange.Problem} This call is not in the recording.";
        tell($"{call.Method} {call.Target.Split('?')[0]}: {sentence}");
        return exchange.Outcome == ExchangeOutcome.TimedOut
            ? ProxyRefusal.Of(call.Target, 504, "Gateway Timeout", sentence, call.Method == "HEAD")
            : ProxyRefusal.Of(call.Target, 502, "Bad Gateway", sentence, call.Method == "HEAD");
    }

    TakeImage RefuseMethod(ExactCall call) => call.Method is "POST" or "GET" or "HEAD" or "OPTIONS"
        ? Refuse(call, 403, "Forbidden", $"{call.Method} {(call.Method == "POST" ? "writes" : "with a header that makes another method of it may write")}, and this recording only reads: nothing was sent to {options.Endpoint.OriginalString}. Start 'open311 record --proxy' with --allow-writes to let it pass; what is posted then is a real report.")
        : Refuse(call, 405, "Method Not Allowed", $"{call.Method} is no method of GeoReport v2 and never passes; nothing was sent to {options.Endpoint.OriginalString}.");

    TakeImage Refuse(ExactCall call, int status, string reason, string sentence)
    {
        Interlocked.Increment(ref refused);
        tell($"Refused: {call.Method} {call.Target.Split('?')[0]} ({status}).");
        return ProxyRefusal.Of(call.Target, status, reason, sentence, call.Method == "HEAD");
    }

    // A header that turns one method into another is a write in disguise.
    bool IsAllowed(ExactCall call) => call.Method switch
    {
        "GET" or "HEAD" or "OPTIONS" => !call.Headers.Any(h => overriding.Contains(h.Name, StringComparer.OrdinalIgnoreCase)),
        "POST" => options.AllowsWrites && !call.Headers.Any(h => overriding.Contains(h.Name, StringComparer.OrdinalIgnoreCase)),
        _ => false,
    };

    // A path is meant for the city; a whole URL must name it, or this proxy.
    string? Path(ExactCall call)
    {
        if (call.Target.StartsWith('/'))
            return call.Target;
        if (!Uri.TryCreate(call.Target, UriKind.Absolute, out var named) || named.Scheme is not ("http" or "https") || named.UserInfo.Length > 0)
            return null;
        var authority = named.GetLeftPart(UriPartial.Authority);
        if (!authority.Equals(origin, StringComparison.OrdinalIgnoreCase) && !authority.Equals(Here?.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase))
            return null;
        var start = call.Target.IndexOf('/', call.Target.IndexOf("://", StringComparison.Ordinal) + 3);
        return start < 0 ? "/" : call.Target[start..];
    }

    // What the probe would say of itself is said only if the client says it.
    static HeaderField[] Headers(ExactCall call)
    {
        var sent = HopByHop.OfQuestion(call.Headers).Select(h => new HeaderField(h.Name, h.Value)).ToList();
        return [.. sent, .. own.Where(o => !sent.Exists(h => h.Name.Equals(o, StringComparison.OrdinalIgnoreCase))).Select(o => new HeaderField(o, ""))];
    }
}
