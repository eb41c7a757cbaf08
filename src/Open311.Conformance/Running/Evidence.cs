using System.Collections.Concurrent;
using Open311.Conformance.Exchanges;

namespace Open311.Conformance.Running;

/// <summary>
/// Keeps every exchange that passes, by its key, and makes none twice: what preflight asked is not asked again. Asks no more once the
/// endpoint has stopped answering, so that a run ends in bounded time and a city in trouble is left alone.
/// </summary>
sealed class Evidence(IExchangeSource source) : IExchangeSource
{
    const int MostSilent = 8;
    const int MostRefused = 4;

    readonly ConcurrentDictionary<string, Exchange> byKey = new(StringComparer.Ordinal);
    int silent;
    int refused;

    public bool IsLive => source.IsLive;

    public IReadOnlyDictionary<string, Exchange> ByKey => byKey;

    /// <summary>Why nothing is asked any more; null while the endpoint answers.</summary>
    public string? Ended { get; private set; }

    public async ValueTask<Exchange> SendAsync(ProbeRequest request, CancellationToken cancellation)
    {
        if (byKey.TryGetValue(request.Key, out var known) && request.Method == "GET")
            return known;
        if (Ended is { } ended)
            return new Exchange { Request = request, Outcome = ExchangeOutcome.NotRecorded, Problem = ended };
        var exchange = await source.SendAsync(request, cancellation).ConfigureAwait(false);
        byKey[exchange.Request.Key] = exchange;
        Watch(exchange);
        return exchange;
    }

    // In a row: one answer shows that the endpoint is alive.
    void Watch(Exchange exchange)
    {
        var isSilent = exchange.Outcome is ExchangeOutcome.TimedOut or ExchangeOutcome.ConnectionRefused;
        var isRefused = exchange.Answer?.Status == 429;
        var silentNow = isSilent ? Interlocked.Increment(ref silent) : Reset(ref silent);
        var refusedNow = isRefused ? Interlocked.Increment(ref refused) : Reset(ref refused);
        if (silentNow >= MostSilent)
            Ended ??= $"it was not asked, since the endpoint stopped answering: {silentNow} exchanges in a row came to nothing";
        else if (refusedNow >= MostRefused)
            Ended ??= $"it was not asked, since the endpoint went on answering 429 (too many requests), {refusedNow} times in a row";
    }

    static int Reset(ref int count)
    {
        Interlocked.Exchange(ref count, 0);
        return 0;
    }
}
