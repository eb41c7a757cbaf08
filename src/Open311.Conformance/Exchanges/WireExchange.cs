namespace Open311.Conformance.Exchanges;

/// <summary>Exchanges made elsewhere than by <see cref="HttpProbe"/>: what it would send, and what it would make of the bytes that come back.</summary>
public static class WireExchange
{
    const int Most = 32 * 1024 * 1024;
    const int KeptOfCut = 64 * 1024;

    /// <summary>The headers that the probe sends for a request, its own included.</summary>
    /// <param name="request">The request.</param>
    public static IReadOnlyList<HeaderField> Headers(ProbeRequest request)
    {
        HeaderField[] framing = request.Body.IsEmpty && request.Method is not ("POST" or "PUT" or "PATCH") ? [] : [new("Content-Length", $"{request.Body.Length}")];
        return [new("Host", request.Url.Authority), .. MessageComposer.Headers(request).Where(h => h.Value.Length > 0), .. framing];
    }

    /// <summary>The exchange of a request with the bytes that answered it.</summary>
    /// <param name="request">What was sent.</param>
    /// <param name="sent">The headers sent.</param>
    /// <param name="raw">All that came back; empty when the connection was closed instead.</param>
    /// <param name="ended">Whether the peer closed the connection after them.</param>
    /// <param name="started">When it was sent.</param>
    /// <param name="duration">How long it took.</param>
    public static Exchange Of(ProbeRequest request, IReadOnlyList<HeaderField> sent, ReadOnlyMemory<byte> raw, bool ended, DateTimeOffset started, TimeSpan duration)
    {
        var exchange = new Exchange
        {
            Request = request,
            Outcome = ExchangeOutcome.NoAnswer,
            Problem = "The connection was closed instead of an answer.",
            SentHeaders = sent,
            Started = started,
            Wait = duration,
            Duration = duration,
        };
        if (raw.IsEmpty)
            return exchange;
        var reading = WireReader.Read(raw, request, ended, new ContentBounds(Most, KeptOfCut, new SegmentPool()));
        var (outcome, problem) = reading switch
        {
            { IsTooLarge: true } => (ExchangeOutcome.TooLarge, $"The decoded body is larger than the {Shown.Size(Most)} that are read; it was cut there."),
            { Breaking: { } breaking } => (ExchangeOutcome.Broken, breaking),
            { IsComplete: true } => (ExchangeOutcome.Answered, null),
            _ => (ExchangeOutcome.Broken, "The connection broke off in the middle of the answer."),
        };
        return exchange with { Outcome = outcome, Problem = problem, Answer = reading.Answer };
    }
}
