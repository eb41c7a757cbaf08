using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Requests.Trying;

namespace Open311.Conformance.Rules.Requests;

/// <summary>status=open,closed returns both: the unfiltered window or, where the parts do not make up the whole, what the two values give singly.</summary>
sealed class StatusList : IRule
{
    public string Name => "status-list";

    public async Task JudgeAsync(Examination examination)
    {
        var e = examination;
        if ((await DateFilter.TryAsync(e).ConfigureAwait(false)).Blocks(e, e.Requirement, DateFilter.Requirement)
            || (await StatusFilter.TryAsync(e).ConfigureAwait(false)).Blocks(e, e.Requirement, StatusFilter.Requirement)
            || (await FiltersCombine.TryAsync(e).ConfigureAwait(false)).Blocks(e, e.Requirement, FiltersCombine.Requirement))
            return;
        var (found, unmet) = await MixedWindow.FindAsync(e).ConfigureAwait(false);
        if (found is not { } window)
        {
            e.Inconclusive(e.Requirement, unmet!.Reason, unmet.BlockedBy);
            return;
        }

        var plain = Ask.Requests(e.Reading, ("start_date", Instants.Write(window.Start)), ("end_date", Instants.Write(window.End)));
        var sifted = await Sifted.AskAsync(e, plain, Ask.Requests(e.Reading, [("status", "open,closed"), .. plain.Query.Select(q => (q.Key, q.Value))]), i => true, i => StatusFilter.Statuses.Any(s => StatusFilter.Is(i, s))).ConfigureAwait(false);
        var listing = sifted.Listing;
        if (listing.List is null)
            Trial.Without(listing).Record(e, e.Requirement);
        else if (sifted.Missing.Count == 0 && StatusFilter.Statuses.All(s => listing.Items.Any(i => StatusFilter.Is(i, s))))
            e.Pass(e.Requirement, $"{listing.Name} gives the {listing.Items.Count} requests of both statuses.", listing.Reply);
        else if (await AreThePartsAsync(e, plain, listing).ConfigureAwait(false))
            e.Inconclusive(e.Requirement, $"{listing.Name} gives what the two statuses give singly, but that is not what {plain.Path} gives without the filter.", StatusesPartition.Requirement, listing.Reply);
        else if (sifted.Missing.Count == 0 && !await LacksAsync(e, plain, listing).ConfigureAwait(false))
            e.Inconclusive(e.Requirement, $"{listing.Name} gives {listing.Items.Count} requests of one status; those of the other were opened or closed while they were asked for.", reply: listing.Reply);
        else
            e.Violated(e.Requirement, $"{listing.Name} gives {listing.Items.Count} requests; {sifted.Missing.Count} of those without the filter are missing{(sifted.Missing is [var first, ..] ? $", the first of them {first}" : "")}.", $"{sifted.Matching} requests", $"{listing.Items.Count} requests", listing.Reply);
    }

    // Whether a request that is listed for a status alone is missing where both are asked for.
    static async Task<bool> LacksAsync(Examination e, Ask plain, Listing both)
    {
        foreach (var status in StatusFilter.Statuses)
        {
            var only = await Listing.AskAsync(e, plain.With("status", status).Again(Occasions.Of($"{e.Case.Id} {e.Format}"))).ConfigureAwait(false);
            if (only.Items.Any(i => i.Id is not null && StatusFilter.Is(i, status) && !both.Has(i.Id)))
                return true;
        }

        return false;
    }

    static async Task<bool> AreThePartsAsync(Examination e, Ask plain, Listing both)
    {
        var parts = new HashSet<string>(SameId.Instance);
        foreach (var status in StatusFilter.Statuses)
        {
            var part = await Listing.AskAsync(e, plain.With("status", status)).ConfigureAwait(false);
            if (part.Items.Count == 0)
                return false;
            parts.UnionWith(part.Ids());
        }

        return parts.SetEquals(both.Ids());
    }
}
