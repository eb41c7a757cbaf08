using Open311.Conformance.Exchanges;

namespace Open311.Conformance.Preflight;

/// <summary>Observations that do not stop a run.</summary>
internal static class PreflightNotes
{
    static readonly TimeSpan TolerableSkew = TimeSpan.FromSeconds(60);

    /// <summary>What is worth noting about an inquiry that brought data.</summary>
    public static IEnumerable<string> About(Inquiry inquiry, TimeProvider clock)
    {
        if (inquiry.Hops.Count > 0)
            yield return $"{Told.Chain(inquiry)}; every question takes this way, so give the last base URL to test without redirects.";
        if (inquiry.All.Select(e => e.TlsProblem).FirstOrDefault(p => p is not null) is { } tls)
            yield return $"{tls} The run goes on all the same.";
        if (Skew(inquiry.Final, clock) is { } skew)
            yield return $"The clock of the server (header Date) is {Shown(skew)} {(skew > TimeSpan.Zero ? "ahead of" : "behind")} this one; date filters are judged by the clock of the run.";
    }

    static TimeSpan? Skew(Exchange exchange, TimeProvider clock)
    {
        if (!HttpDate.TryParse(exchange.Answer?.Header("Date"), out var theirs))
            return null;
        var ours = exchange.Started == default ? clock.GetUtcNow() : exchange.Started + exchange.Wait;
        var skew = theirs - ours;
        return skew.Duration() > TolerableSkew ? skew : null;
    }

    static string Shown(TimeSpan skew) => skew.Duration() switch
    {
        { TotalMinutes: < 1.5 } => "a minute",
        { TotalMinutes: < 120 } s => $"{s.TotalMinutes:0} minutes",
        { TotalHours: < 48 } s => $"{s.TotalHours:0} hours",
        var s => $"{s.TotalDays:0} days",
    };
}
