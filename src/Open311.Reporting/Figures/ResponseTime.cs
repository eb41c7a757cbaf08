using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;

namespace Open311.Reporting.Figures;

/// <summary>How long one kind of resource took to answer.</summary>
/// <param name="Resource">Such as <c>GET requests</c>.</param>
/// <param name="Count">How many answers there were.</param>
/// <param name="Median">Half of them took as long at most.</param>
/// <param name="P95">Of a hundred answers 95 took as long at most.</param>
public sealed record ResponseTime(string Resource, int Count, TimeSpan Median, TimeSpan P95)
{
    /// <summary>One for each kind of resource that answered; none where the run knows no times, as when it was read from a recording without them.</summary>
    public static IReadOnlyList<ResponseTime> In(RunReport report)
    {
        var answered = report.Exchanges
            .Where(e => e.Outcome == ExchangeOutcome.Answered && e.Duration > TimeSpan.Zero)
            .Select(e => (Name: ResourceName.Of(e, report.Target), e.Duration))
            .Where(pair => pair.Name is not null)
            .ToLookup(pair => pair.Name!, pair => pair.Duration);
        return [.. ResourceName.All.Where(answered.Contains).Select(name => Of(name, [.. answered[name].Order()]))];
    }

    static ResponseTime Of(string name, IReadOnlyList<TimeSpan> sorted) => new(name, sorted.Count, Rank(sorted, 0.5), Rank(sorted, 0.95));

    // The nearest rank: always a time that was measured.
    internal static TimeSpan Rank(IReadOnlyList<TimeSpan> sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];
}
