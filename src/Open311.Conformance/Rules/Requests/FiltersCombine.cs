using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Requests.Trying;

namespace Open311.Conformance.Rules.Requests;

/// <summary>Different filters combine with AND: service, status and window at once.</summary>
sealed class FiltersCombine : IRule
{
    public const string Requirement = "GR2-REQS-039";

    public string Name => "filters-combine";

    public async Task JudgeAsync(Examination examination) => (await TryAsync(examination).ConfigureAwait(false)).Record(examination, Requirement);

    public static async Task<Trial> TryAsync(Examination e)
    {
        var dates = await DateFilter.TryAsync(e).ConfigureAwait(false);
        if (dates.IsBroken)
            return dates.Blocking(DateFilter.Requirement);
        if (e.Survey.Window is not { } window || Choose(window.List.Items) is not { } chosen)
            return Sample.None(e, "No window with requests that have a service_code and a status is known");

        bool Matches(RequestItem i) =>
            (i.ServiceCode is null || SameId.Instance.Equals(i.ServiceCode, chosen.ServiceCode)) && !StatusFilter.Is(i, StatusFilter.Other(chosen.Status!)) && DateFilter.IsInside(i, window.Start, window.End);
        bool Wanted(RequestItem i) => Matches(i) && i.ServiceCode is not null && StatusFilter.Is(i, chosen.Status!);
        var filtered = Ask.Requests(e.Reading, [("service_code", chosen.ServiceCode!), ("status", chosen.Status!), .. window.Arguments]);
        var sifted = await Sifted.AskAsync(e, Ask.Requests(e.Reading, window.Arguments), filtered, Matches, Wanted).ConfigureAwait(false);
        var listing = sifted.Listing;
        if (listing.Trouble is { } trouble)
            return Trial.Untried(trouble, listing.Reply);
        if (sifted.IsClean)
        {
            return listing.Items.Count > 0
                ? Trial.Works($"{listing.Name} gives only requests that satisfy all three filters.", listing.Reply)
                : Trial.Untried($"{listing.Name} gives an empty list, and nothing else is known to match.", reply: listing.Reply);
        }

        var status = await StatusFilter.TryAsync(e).ConfigureAwait(false);
        if (status.IsBroken)
            return status.Blocking(StatusFilter.Requirement);
        var code = await CodeFilter.TryAsync(e, chosen.ServiceCode!).ConfigureAwait(false);
        return code.IsBroken ? code.Blocking(CodeFilter.Requirement)
            : await SingleCauseAsync(e, sifted, chosen, window.Arguments).ConfigureAwait(false) ?? Broken(sifted);
    }

    // What one filter loses by itself is not lost by their combination.
    static async Task<Trial?> SingleCauseAsync(Examination e, Sifted sifted, RequestItem chosen, (string Name, string Value)[] window)
    {
        if (sifted.Listing.List is null || sifted.Strangers.Count > 0)
            return null;
        foreach (var (filter, cause) in (((string, string), string)[])[(("status", chosen.Status!), StatusesPartition.Requirement), (("service_code", chosen.ServiceCode!), CodeFilter.Requirement)])
        {
            var alone = await Listing.AskAsync(e, [filter, .. window]).ConfigureAwait(false);
            if (alone.List is not null && !sifted.Missing.Any(alone.Has))
                return Trial.Untried($"The requests that {sifted.Listing.Name} lacks are missing from {alone.Name}, too, the first of them {sifted.Missing[0]}.", cause, sifted.Listing.Reply);
        }

        return null;
    }

    static Trial Broken(Sifted sifted)
    {
        var listing = sifted.Listing;
        if (listing.List is null)
            return Trial.Without(listing);
        if (sifted.Strangers is [var stranger, ..])
            return Trial.Broken($"{listing.Name} gives {sifted.Strangers.Count} of {listing.Items.Count} requests that do not satisfy all three filters, the first {stranger.Id}: {stranger.ServiceCode}, {stranger.Status}, {stranger.Node.Value("requested_datetime")}.", "requests that satisfy every filter", $"{sifted.Strangers.Count} others", listing.Reply, stranger.Node);
        return Trial.Broken($"{listing.Name} lacks {sifted.Missing.Count} requests that satisfy all three filters, the first of them {sifted.Missing[0]}.", sifted.Missing[0], $"{listing.Items.Count} items without it", listing.Reply);
    }

    // The combination that leaves out most by each filter, so that a filter that falls away shows.
    static RequestItem? Choose(IReadOnlyList<RequestItem> items) => items
        .Where(i => i.ServiceCode is { } code && !code.Contains(',', StringComparison.Ordinal) && StatusFilter.Statuses.Contains(i.Status))
        .OrderByDescending(i => Math.Min(items.Count(o => o.ServiceCode == i.ServiceCode && o.Status != i.Status), items.Count(o => o.ServiceCode != i.ServiceCode && o.Status == i.Status)))
        .FirstOrDefault();
}
