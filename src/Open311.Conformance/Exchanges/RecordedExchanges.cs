namespace Open311.Conformance.Exchanges;

/// <summary>Exchanges recorded earlier, found by their question: for judging without a network.</summary>
public sealed class RecordedExchanges : IExchangeSource
{
    readonly Dictionary<string, Exchange> byKey = [];

    /// <summary>Takes a recording; of several exchanges with one key the first counts.</summary>
    public RecordedExchanges(IEnumerable<Exchange> exchanges)
    {
        foreach (var exchange in exchanges)
            byKey.TryAdd(exchange.Request.Key, exchange);
    }

    /// <inheritdoc/>
    public bool IsLive => false;

    /// <inheritdoc/>
    public ValueTask<Exchange> SendAsync(ProbeRequest request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return ValueTask.FromResult(byKey.TryGetValue(request.Key, out var found)
            ? found with { Request = request }
            : new Exchange
            {
                Request = request,
                Outcome = ExchangeOutcome.NotRecorded,
                Problem = $"The recording holds no answer to {request.Method} {request.Url.OriginalString}.",
            });
    }
}
