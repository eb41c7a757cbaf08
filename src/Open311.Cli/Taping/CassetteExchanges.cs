using Open311.Conformance.Exchanges;
using Open311.Recordings.Cassettes;
using Open311.Recordings.Replaying;
using Open311.Recordings.Storing;

namespace Open311.Cli.Taping;

/// <summary>A recording as a source of exchanges, so that the suite judges it without a network. What it does not hold, it says so of.</summary>
/// <param name="recording">The recording.</param>
internal sealed class CassetteExchanges(Recording recording) : IExchangeSource
{
    readonly ReplayBook book = new(recording.Cassette, recording.Info.Source);

    public bool IsLive => false;

    public ValueTask<Exchange> SendAsync(ProbeRequest request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var sent = WireExchange.Headers(request);
        var take = book.Find(new ReplayQuestion
        {
            Method = request.Method,
            Target = request.Url.OriginalString,
            Headers = [.. sent.Select(h => new HeaderLine(h.Name, h.Value))],
            Body = request.Body,
            At = recording.Info.Recorded,
            Occasion = request.Occasion,
            Attempt = request.Attempt,
        });
        return ValueTask.FromResult(take is null || (request.Attempt > 0 && take.Attempt < request.Attempt) ? NotRecorded(request) : Exchange(request, sent, take));
    }

    /// <summary>A take as an exchange of its own.</summary>
    public static Exchange Exchange(Take take)
    {
        var request = new ProbeRequest { Method = take.Method, Url = ProbeUrl.Exact(take.Url), Body = take.RequestBody, CaseId = take.Purpose, Occasion = take.Occasion, Attempt = take.Attempt };
        return Exchange(request, [.. take.RequestHeaders.Select(h => new HeaderField(h.Name, h.Value))], take);
    }

    static Exchange NotRecorded(ProbeRequest request) => new()
    {
        Request = request,
        Outcome = ExchangeOutcome.NotRecorded,
        Problem = $"The recording holds no answer to {request.Method} {request.Url.OriginalString}.",
    };

    static Exchange Exchange(ProbeRequest request, IReadOnlyList<HeaderField> sent, Take take)
    {
        var image = TakeImage.Of(take, request.Method == "HEAD");
        var exchange = WireExchange.Of(request, sent, image.Bytes, image.Ends, take.Started, take.Duration) with { Wait = take.Wait, TlsProblem = take.TlsProblem };
        return Enum.TryParse<ExchangeOutcome>(take.Outcome, out var outcome) && Enum.IsDefined(outcome) && outcome != ExchangeOutcome.Answered
            ? exchange with { Outcome = outcome, Problem = take.Problem ?? exchange.Problem }
            : exchange;
    }
}
