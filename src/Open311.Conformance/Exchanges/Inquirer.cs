using Open311.Conformance.Targets;

namespace Open311.Conformance.Exchanges;

/// <summary>
/// Asks patiently and follows redirects, visibly: every attempt and every hop is an exchange of its own. What it does depends on the exchanges alone,
/// so a recorded run takes the same course again. Safe for concurrent use.
/// </summary>
/// <param name="source">Where exchanges come from.</param>
/// <param name="settings">Pause and longest Retry-After.</param>
/// <param name="clock">The clock waited by; not waited for at all when <paramref name="source"/> is not live.</param>
/// <param name="apiKey">The operator's key, which no redirect may carry elsewhere; null for none.</param>
public sealed class Inquirer(IExchangeSource source, RunSettings settings, TimeProvider clock, string? apiKey = null)
{
    /// <summary>Redirects followed at most.</summary>
    public const int MostHops = 5;

    const int MostAttempts = 4;

    // Of the time there is for a run, so much may go into waiting that answers ask for.
    readonly TimeSpan mostQuiet = settings.Patience / 4;
    readonly Lock gate = new();
    TimeSpan quiet;
    DateTimeOffset quietUntil = DateTimeOffset.MinValue;

    /// <summary>
    /// Asks until the answer can be judged: after 429, and 503 with Retry-After, waits as told (no longer than the settings allow, nor a quarter of the run's patience in all) and asks again;
    /// repeats a GET or HEAD once after a pause when the answer is 5xx, broken or missing. Anything else is asked once.
    /// </summary>
    /// <returns>All attempts, at least one, the last one being the answer.</returns>
    public async ValueTask<IReadOnlyList<Exchange>> AskAsync(ProbeRequest request, CancellationToken cancellation)
    {
        var attempts = new List<Exchange>();
        var repeated = false;
        while (true)
        {
            await KeepQuietAsync(cancellation);
            var exchange = await source.SendAsync(request with { Attempt = request.Attempt + attempts.Count }, cancellation);
            if (exchange.Outcome == ExchangeOutcome.NotRecorded && attempts.Count > 0)
                return attempts;
            attempts.Add(exchange);
            if (request.Method is not ("GET" or "HEAD") || attempts.Count == MostAttempts)
                return attempts;

            if (Patience.AskedToWait(exchange, settings.Pause * attempts.Count) is { } wait)
            {
                if (wait > settings.MaxRetryAfter || !StayQuietFor(wait))
                    return attempts;
            }
            else if (Patience.IsWorthRepeating(exchange) && !repeated)
            {
                repeated = true;
                if (source.IsLive)
                    await Task.Delay(settings.Pause, clock, cancellation);
            }
            else
            {
                return attempts;
            }
        }
    }

    /// <summary>Asks as <see cref="AskAsync"/> and follows redirects of a GET or HEAD, at most <see cref="MostHops"/>.</summary>
    public async ValueTask<Inquiry> FollowAsync(ProbeRequest request, CancellationToken cancellation)
    {
        var attempts = await AskAsync(request, cancellation);
        var hops = new List<Exchange>();
        var seen = new HashSet<string> { request.Url.OriginalString };
        for (var last = attempts[^1]; ; last = hops[^1])
        {
            if (request.Method is not ("GET" or "HEAD") || !Redirect.Is(last))
                return Result(null);
            if (Redirect.Next(last, apiKey, out var problem) is not { } next)
                return Result(problem);
            if (!seen.Add(next.Url.OriginalString))
                return Result($"The redirects go round in a circle: {next.Url.OriginalString} comes up again after {hops.Count + 1}.");
            if (seen.Count > MostHops + 1)
                return Result($"More than {MostHops} redirects follow one another, the last to {next.Url.OriginalString}.");
            hops.AddRange(await AskAsync(next, cancellation));
        }

        Inquiry Result(string? problem) => new() { Attempts = attempts, Hops = hops, RedirectProblem = problem };
    }

    async ValueTask KeepQuietAsync(CancellationToken cancellation)
    {
        while (true)
        {
            TimeSpan left;
            lock (gate)
                left = quietUntil - clock.GetUtcNow();
            if (left <= TimeSpan.Zero || !source.IsLive)
                return;
            await Task.Delay(left, clock, cancellation);
        }
    }

    // A server that asks for patience asks it of all who are in line, not only of the one it told.
    bool StayQuietFor(TimeSpan wait)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var more = now + wait - (quietUntil > now ? quietUntil : now);
            if (more <= TimeSpan.Zero)
                return true;
            if (quiet + more > mostQuiet)
                return false;
            quiet += more;
            quietUntil = now + wait;
            return true;
        }
    }
}
