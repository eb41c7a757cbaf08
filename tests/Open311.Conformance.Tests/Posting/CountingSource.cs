using System.Collections.Concurrent;
using Open311.Conformance.Exchanges;

namespace Open311.Conformance.Tests.Posting;

/// <summary>Keeps what passes; answers 200 with an empty body, or hands on to a source.</summary>
sealed class CountingSource(IExchangeSource? source = null) : IExchangeSource
{
    readonly ConcurrentQueue<ProbeRequest> sent = [];

    public IReadOnlyCollection<ProbeRequest> Sent => sent;

    public IReadOnlyList<ProbeRequest> Posts => [.. sent.Where(r => r.Method == "POST")];

    public bool IsLive => source?.IsLive ?? true;

    public ValueTask<Exchange> SendAsync(ProbeRequest request, CancellationToken cancellation)
    {
        sent.Enqueue(request);
        return source?.SendAsync(request, cancellation)
            ?? ValueTask.FromResult(new Exchange { Request = request, Outcome = ExchangeOutcome.Answered, Answer = new Answer { Status = 200 } });
    }
}
