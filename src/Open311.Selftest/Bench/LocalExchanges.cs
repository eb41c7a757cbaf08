using Open311.Conformance.Exchanges;
using Open311.Mock.Serving;

namespace Open311.Selftest.Bench;

/// <summary>Exchanges with a city in the same process: the bytes are those of the wire, without the wire.</summary>
internal sealed class LocalExchanges(LocalCity city, BenchClock clock) : IExchangeSource
{
    public async ValueTask<Exchange> SendAsync(ProbeRequest request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var url = request.Url.OriginalString;
        var origin = city.Endpoint.GetLeftPart(UriPartial.Authority);
        var started = clock.GetUtcNow();
        var sent = WireExchange.Headers(request);
        if (!url.StartsWith(origin, StringComparison.Ordinal))
            return Unreachable(request, sent, started);
        var target = url.Length == origin.Length ? "/" : url[origin.Length..];
        var answer = await city.AnswerAsync(request.Method, target, [.. sent.Select(h => KeyValuePair.Create(h.Name, h.Value))], request.Body);
        clock.Advance(answer.Delay);
        return WireExchange.Of(request, sent, answer.Bytes, answer.Ends, started, answer.Delay);
    }

    // The network ends at this city.
    static Exchange Unreachable(ProbeRequest request, IReadOnlyList<HeaderField> sent, DateTimeOffset started) => new()
    {
        Request = request,
        Outcome = ExchangeOutcome.ConnectionRefused,
        Problem = $"The connection to {request.Url.Authority} was refused.",
        SentHeaders = sent,
        Started = started,
    };
}
