namespace Open311.Conformance.Posting;

/// <summary>
/// When to look again for what was posted: soon at first, then less and less often. Made in advance from the settings alone, so that a
/// recorded run looks as often as the run itself did.
/// </summary>
static class PollSchedule
{
    const double Growth = 1.6;
    static readonly TimeSpan longest = TimeSpan.FromSeconds(10);
    static readonly TimeSpan shortest = TimeSpan.FromMilliseconds(100);

    public static IReadOnlyList<TimeSpan> Of(TimeSpan first, TimeSpan limit)
    {
        var waits = new List<TimeSpan>();
        var next = first < shortest ? shortest : first;
        for (var left = limit; left > TimeSpan.Zero; left -= waits[^1])
        {
            waits.Add(next < left ? next : left);
            next = next * Growth < longest ? next * Growth : longest;
        }

        return waits;
    }
}
