using System.Collections.Concurrent;
using Open311.Conformance.Exchanges;

namespace Open311.Conformance.Walking;

/// <summary>Asks only what was not asked before, and nothing that writes.</summary>
sealed class KnownExchanges(IExchangeSource source, IEnumerable<Exchange> known) : IExchangeSource
{
    readonly ConcurrentDictionary<string, Exchange> byKey = new(known.GroupBy(e => e.Request.Key).Select(g => KeyValuePair.Create(g.Key, g.First())), StringComparer.Ordinal);
    readonly ConcurrentQueue<Exchange> added = new();

    public bool IsLive => source.IsLive;

    /// <summary>What was asked anew, in order.</summary>
    public IReadOnlyList<Exchange> Added => [.. added];

    public async ValueTask<Exchange> SendAsync(ProbeRequest request, CancellationToken cancellation)
    {
        if (byKey.TryGetValue(request.Key, out var found))
            return found;
        if (request.Method != "GET")
            throw new InvalidOperationException($"A walk only reads, but it would have sent {request.Method}.");
        var exchange = await source.SendAsync(request, cancellation).ConfigureAwait(false);
        added.Enqueue(byKey[request.Key] = exchange);
        return exchange;
    }
}
