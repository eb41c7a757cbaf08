using System.Collections.Concurrent;
using Open311.Conformance.Exchanges;

namespace Open311.Conformance.Running;

/// <summary>
/// Keeps every exchange that passes, by its key, and makes none twice: what preflight asked is not asked again. Asks no more once the
/// endpoint has stopped answering or waiting for it took too long in all, so that a run ends in bounded time and a city in trouble is left alone.
/// </summary>
sealed class Evidence(IExchangeSource source, TimeSpan patience) : IExchangeSource
{
    const int MostSilent = 8;
    const int MostRefused = 4;

    readonly ConcurrentDictionary<string, Exchange> byKey = new(StringComparer.Ordinal);
    int silent;
    int refused;
    long waited;

    public bool IsLive => source.IsLive;

    public IReadOnlyDictionary<string, Exchange> ByKey => byKey;

    /// <summary>Why nothing is asked any more; null while the endpoint answers.</summary>
    public string? Ended { get; private set; }

    /// <summary>The same as a recording keeps it; null while the endpoint answers.</summary>
    public RecordedEnd? End => Ended is { } reason ? new(reason, Incomplete!) : source.End;

    /// <summary>What that means for the report; null while the endpoint answers.</summary>
    public string? Incomplete { get; private set; } = source.End?.Incomplete;

    public async ValueTask<Exchange> SendAsync(ProbeRequest request, CancellationToken cancellation)
    {
        if (byKey.TryGetValue(request.Key, out var known) && request.Method == "GET")
            return known;
        if (Ended is { } ended)
            return new Exchange { Request = request, Outcome = ExchangeOutcome.NotRecorded, Problem = ended };
        var exchange = await source.SendAsync(request, cancellation).ConfigureAwait(false);
        byKey[exchange.Request.Key] = exchange;
        if (source.IsLive)
            Watch(exchange);
        return exchange;
    }

    // In a row: one answer shows that the endpoint is alive.
    void Watch(Exchange exchange)
    {
        var isSilent = exchange.Outcome is ExchangeOutcome.TimedOut or ExchangeOutcome.ConnectionRefused;
        var isRefused = Patience.AskedToWait(exchange, TimeSpan.Zero) is not null;
        var silentNow = isSilent ? Interlocked.Increment(ref silent) : Reset(ref silent);
        var refusedNow = isRefused ? Interlocked.Increment(ref refused) : Reset(ref refused);
        var waitedNow = new TimeSpan(Interlocked.Add(ref waited, exchange.Duration.Ticks));
        if (silentNow >= MostSilent)
            Stop($"the endpoint stopped answering: {silentNow} exchanges in a row came to nothing", "The endpoint stopped answering in the middle of the run", "when the endpoint answers, or more gently (--rate)");
        else if (refusedNow >= MostRefused)
            Stop($"the endpoint went on answering {exchange.Answer!.Status} ({(exchange.Answer.Status == 429 ? "too many requests" : "service unavailable")}), {refusedNow} times in a row", $"The endpoint went on answering {exchange.Answer.Status}", "when the endpoint answers, or more gently (--rate)");
        else if (waitedNow >= patience)
            Stop($"the answers of this run had been waited for {patience.TotalMinutes:0.#} minutes altogether", $"The endpoint is too slow: its answers were waited for {patience.TotalMinutes:0.#} minutes altogether", "when the endpoint answers faster, or judge it part by part (--class, --only)");
    }

    void Stop(string why, string what, string when)
    {
        Incomplete ??= $"{what}; the report covers what was done until then. Run it again {when}.";
        Ended ??= $"it was not asked, since {why}";
    }

    static int Reset(ref int count)
    {
        Interlocked.Exchange(ref count, 0);
        return 0;
    }
}
