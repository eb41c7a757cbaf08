using Open311.Conformance.Cases;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Requests.Trying;

/// <summary>A minute of the past without requests: between two of the known window or, where there is no such gap, in 1990.</summary>
static class EmptyWindow
{
    static readonly TimeSpan minute = TimeSpan.FromMinutes(1);
    static readonly TimeSpan smallestGap = TimeSpan.FromMinutes(10);
    static readonly DateTimeOffset longAgo = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task<((DateTimeOffset Start, DateTimeOffset End)? Window, Unmet? Unmet)> FindAsync(Examination e)
    {
        var instants = e.Survey.Window?.List.Items.Select(i => i.Requested).OfType<DateTimeOffset>().Order().ToList() ?? [];
        var (from, gap) = instants.Zip(instants.Skip(1), (a, b) => (a, b - a)).OrderByDescending(p => p.Item2).FirstOrDefault();
        var recent = gap >= smallestGap;
        var start = recent ? Zones.Minute(from + (gap / 2)) : longAgo;
        var listing = await Listing.AskAsync(e, ("start_date", Instants.Write(start)), ("end_date", Instants.Write(start + minute))).ConfigureAwait(false);
        if (listing.Trouble is null && listing.Items.Count > 0)
        {
            var dates = await DateFilter.TryAsync(e).ConfigureAwait(false);
            return (null, dates.AsUnmet(DateFilter.Requirement) ?? new($"{listing.Name} gives {listing.Items.Count} requests, so no empty result could be provoked.", BlockedBy: dates.BlockedBy));
        }

        return !recent && listing.Reply.Status == 400
            ? (null, new($"{listing.Name} is refused with 400, so no empty result could be provoked."))
            : ((start, start + minute), null);
    }
}
