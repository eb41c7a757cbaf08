namespace Open311.Mock.Cities;

/// <summary>One thing that may happen to a service request. Rules apply in their order, each after the one that happened before it.</summary>
/// <param name="FromClosed">The status it must be in: closed, or open.</param>
/// <param name="ToClosed">The status it gets.</param>
/// <param name="After">The shortest time after the event before it, or after the request got its id.</param>
/// <param name="Until">The longest; most happen early in between.</param>
/// <param name="Share">How many of those it may happen to it does happen to, from 0 to 1.</param>
/// <param name="Notes">One of these becomes the status_notes; when there are none, one of the service's closing notes.</param>
public sealed record LifeRule(bool FromClosed, bool ToClosed, TimeSpan After, TimeSpan Until, double Share, IReadOnlyList<string> Notes)
{
    /// <summary>What happens in a city that says nothing of it: a third are scheduled, nearly all are closed within four months, most of them early.</summary>
    public static IReadOnlyList<LifeRule> Usual { get; } =
    [
        new(false, false, TimeSpan.FromHours(2), TimeSpan.FromDays(5), 0.35, ["Work is scheduled."]),
        new(false, true, TimeSpan.FromHours(6), TimeSpan.FromDays(120), 0.97, []),
    ];
}
