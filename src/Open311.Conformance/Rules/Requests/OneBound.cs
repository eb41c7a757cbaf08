using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Requests.Trying;

namespace Open311.Conformance.Rules.Requests;

/// <summary>A single bound: what is given must hold, the open side is free.</summary>
static class OneBound
{
    static readonly TimeSpan ninetyDays = TimeSpan.FromDays(90);

    // Beyond the slack, and no further: a bound that is off by an hour or moved to the day shows itself by the next request.
    static readonly TimeSpan near = DateFilter.Slack + TimeSpan.FromSeconds(2);

    /// <summary>A bound that just leaves out one of the instants, newest first, as near to the first of them as can be.</summary>
    public static DateTimeOffset JustAfter(IReadOnlyList<DateTimeOffset> descending)
    {
        for (var i = 1; i < descending.Count; i++)
        {
            if (descending[i - 1] - descending[i] > 2 * near)
                return Instants.Second(descending[i]) + near;
        }

        return Instants.Second(descending[0]);
    }

    /// <summary>A bound that just leaves out one of the instants, oldest first, as near to the first of them as can be.</summary>
    public static DateTimeOffset JustBefore(IReadOnlyList<DateTimeOffset> ascending)
    {
        for (var i = 1; i < ascending.Count; i++)
        {
            if (ascending[i] - ascending[i - 1] > 2 * near)
                return Instants.Second(ascending[i]) - near;
        }

        return Instants.Second(ascending[0]) + TimeSpan.FromSeconds(1);
    }

    /// <summary>Judges a list asked with one bound.</summary>
    /// <param name="e">The examination.</param>
    /// <param name="argument">start_date or end_date.</param>
    /// <param name="bound">Its value.</param>
    /// <param name="holds">Whether an instant may be listed.</param>
    public static async Task<Listing?> JudgeAsync(Examination e, string argument, DateTimeOffset bound, Func<DateTimeOffset, bool> holds)
    {
        var listing = await Listing.AskAsync(e, (argument, Instants.Write(bound))).ConfigureAwait(false);
        if (listing.Trouble is null && (listing.List is null || Strangers(listing).Count > 0))
            listing = await listing.AgainAsync(e).ConfigureAwait(false);
        var window = await DateFilter.TryAsync(e).ConfigureAwait(false);
        if (listing.List is null && listing.Reply.Status == 400 && bound < e.Now - ninetyDays)
        {
            // Where the open side is today, or the last 90 days, this is a window over 90 days, or one that ends before it starts.
            e.Inconclusive(e.Requirement, $"{listing.Name} is refused with 400, as a window over 90 days may be; no later bound could be tried.", reply: listing.Reply);
            return null;
        }

        if (listing.List is null)
        {
            if (listing.Trouble is not null || !window.Blocks(e, e.Requirement, DateFilter.Requirement))
                Trial.Without(listing).Record(e, e.Requirement);
            return null;
        }

        if (Strangers(listing) is [var stranger, ..] strangers)
        {
            if (!Zones.HasZone(stranger) || window is { State: TrialState.Untried, BlockedBy: not null })
            {
                e.Inconclusive(e.Requirement, $"{listing.Name} gives requests beyond the bound, but their instants cannot be relied on.", window.BlockedBy ?? "GR2-DATE-002", listing.Reply);
                return null;
            }

            e.Violated(
                e.Requirement,
                $"{listing.Name} gives {strangers.Count} of {listing.Items.Count} requests beyond the bound, the first requested {stranger.Node.Value("requested_datetime")}.",
                $"requests {(argument == "start_date" ? "from" : "until")} {Instants.Write(bound)}",
                stranger.Node.Value("requested_datetime"),
                listing.Reply,
                stranger.Node,
                window.IsBroken ? DateFilter.Requirement : null);
            return null;
        }

        if (listing.Items.Count == 0 && e.Survey.Known.Any(i => i.Requested is { } r && holds(r)))
            e.Inconclusive(e.Requirement, $"{listing.Name} gives an empty list, so the bound was not seen at work.", window.IsBroken ? DateFilter.Requirement : null, listing.Reply);
        else
            e.Pass(e.Requirement, $"{listing.Name} gives {listing.Items.Count} requests, none beyond the bound.", listing.Reply);
        return listing;

        List<RequestItem> Strangers(Listing l) => [.. l.Items.Where(i => i.Requested is { } r && !holds(r))];
    }
}
