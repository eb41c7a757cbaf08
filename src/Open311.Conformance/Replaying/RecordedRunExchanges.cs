using Open311.Conformance.Exchanges;

namespace Open311.Conformance.Replaying;

/// <summary>The exchanges of a recorded run, found by their masked questions.</summary>
sealed class RecordedRunExchanges(RecordedRun run) : IExchangeSource
{
    readonly Dictionary<string, Exchange> byKey = run.Exchanges.GroupBy(e => e.Request.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    public bool IsLive => false;

    public RecordedEnd? End => run.End;

    public ValueTask<Exchange> SendAsync(ProbeRequest request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var masked = run.Masking?.Invoke(request) ?? request;

        // Which case came first depends on what ran side by side; the recording knows which it was.
        return ValueTask.FromResult(byKey.TryGetValue(masked.Key, out var found)
            ? found with { Request = request with { CaseId = found.Request.CaseId } }
            : new Exchange
            {
                Request = request with { CaseId = "" },
                Outcome = ExchangeOutcome.NotRecorded,
                Problem = run.End?.Reason ?? $"The recording holds no answer to {masked.Method} {masked.Url.OriginalString}.",
            });
    }
}
