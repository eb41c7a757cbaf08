using Open311.Conformance.Exchanges;
using Open311.Conformance.Targets;

namespace Open311.Conformance.Posting;

/// <summary>
/// The last gate before the network. Whatever a rule does, nothing that writes passes without consent, beyond the budget or to another server
/// than the endpoint's, and the key goes to no other server at all.
/// </summary>
sealed class GuardedExchanges(IExchangeSource source, Target target) : IExchangeSource
{
    // QUESTION is no method: it is asked to see that unknown ones are survived.
    static readonly string[] harmless = ["GET", "HEAD", "OPTIONS", "QUESTION"];

    int writes;

    public bool IsLive => source.IsLive;

    public RecordedEnd? End => source.End;

    public ValueTask<Exchange> SendAsync(ProbeRequest request, CancellationToken cancellation)
    {
        var isHome = IsHome(request.Url);
        if (!isHome && CarriesKey(request))
            return Refuse(request, "it would hand the API key to another server than the endpoint's");
        if (!harmless.Contains(request.Method))
        {
            if (!target.Writes.Allowed || target.Writes.DryRun)
                return Refuse(request, "there is no consent to write");
            if (!isHome)
                return Refuse(request, "it would write to another server than the endpoint's");
            if (Interlocked.Increment(ref writes) > target.Writes.MaxPosts)
                return Refuse(request, "the budget of POSTs is used up");
        }

        return source.SendAsync(request, cancellation);
    }

    bool IsHome(Uri url) => Redirect.IsSameParty(target.Endpoint, url);

    bool CarriesKey(ProbeRequest request)
    {
        if (target.ApiKey is not { Length: > 0 } key)
            return false;
        return request.Url.OriginalString.Contains("api_key=", StringComparison.OrdinalIgnoreCase)
            || request.Url.OriginalString.Contains($"={Uri.EscapeDataString(key)}", StringComparison.Ordinal)
            || request.Headers.Any(h => h.Value.Contains(key, StringComparison.Ordinal));
    }

    static ValueTask<Exchange> Refuse(ProbeRequest request, string reason) => ValueTask.FromResult(new Exchange
    {
        Request = request,
        Outcome = ExchangeOutcome.NotRecorded,
        Problem = $"{request.Method} {request.Url.Authority} was not sent: {reason}.",
    });
}
