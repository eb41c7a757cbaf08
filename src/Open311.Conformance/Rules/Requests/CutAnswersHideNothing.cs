using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Requests.Trying;

namespace Open311.Conformance.Rules.Requests;

/// <summary>An answer cut below 1,000 requests hides none of the matches.</summary>
sealed class CutAnswersHideNothing : IRule
{
    public const string Requirement = "GR2-REQS-042";

    // Page sizes in use: an answer of exactly such a size may be cut even where no window shows more.
    static readonly int[] pages = [10, 20, 25, 30, 50, 75, 100, 150, 200, 250, 300, 400, 500];
    const int NeighboursRead = 6;
    const int KnownTried = 5;
    const int Looks = 2;

    // Below, every page in common use would hold all.
    const int Telling = 20;

    public string Name => "cut-answers-hide-nothing";

    public async Task JudgeAsync(Examination examination)
    {
        var e = examination;
        if ((await DateFilter.TryAsync(e).ConfigureAwait(false)).Blocks(e, Requirement, DateFilter.Requirement))
            return;
        var cut = await Cut.TryAsync(e).ConfigureAwait(false);
        var whole = cut.Whole;
        if (whole.List is null)
            e.Inconclusive(Requirement, $"Could not be exercised: {whole.Trouble?.Reason ?? $"{whole.Name} was answered {whole.Reply.Status}"}.", whole.Trouble?.Requirement, whole.Reply);
        else if (cut.At is { } at)
            await CutAsync(e, cut, at).ConfigureAwait(false);
        else if (whole.Items.Count >= Cut.Limit)
            e.Pass(Requirement, $"{whole.Name} gives {whole.Items.Count} requests, so answers are not cut below 1,000.", whole.Reply);
        else
            await UncutAsync(e, whole).ConfigureAwait(false);
    }

    static async Task CutAsync(Examination e, Cut cut, Listing at)
    {
        var (start, end) = Cut.Span(e);
        var known = e.Survey.Known.Where(i => i.Requested is { } r && r > start + DateFilter.Slack && r < end - DateFilter.Slack && !cut.Listed.Contains(i.Id!)).Take(KnownTried).ToList();
        foreach (var item in known)
        {
            var from = Zones.Minute(item.Requested!.Value) - TimeSpan.FromMinutes(30);
            var hour = await Listing.AskAsync(e, ("start_date", Instants.Write(from)), ("end_date", Instants.Write(from + TimeSpan.FromHours(1)))).ConfigureAwait(false);
            if (hour.List is null || hour.Has(item.Id!) || await PagedAsync(e, hour, item.Id!).ConfigureAwait(false) || !await Sample.IsStillListedAsync(e, item.Id!).ConfigureAwait(false))
                continue;
            Unreachable(e, item, hour, $"answers are cut at {cut.Size} requests");
            return;
        }

        if (await ComesAndGoesAsync(e, at, cut.More).ConfigureAwait(false))
            return;
        e.Warn(
            Requirement,
            $"{at.Name} gives {at.Items.Count} requests, its two halves {cut.More.Count} more: answers are cut at about {cut.Size} requests, below the 1,000 of the specification; narrower windows reach the rest.",
            "all matches, up to 1,000",
            $"{at.Items.Count} requests",
            at.Reply);
    }

    static async Task UncutAsync(Examination e, Listing whole)
    {
        var undated = await Listing.AskAsync(e).ConfigureAwait(false);
        var ids = undated.Ids();
        if (undated.List is not null && whole.Items.Any(i => i.Id is not null && !ids.Contains(i.Id)) && await Cut.DefaultAsync(e, undated).ConfigureAwait(false) is { } more)
        {
            if (await ComesAndGoesAsync(e, undated, more.Items).ConfigureAwait(false))
                return;
            e.Warn(Requirement, $"{undated.Name} without arguments gives {undated.Items.Count} requests, {more.Name} others beside them: it is cut below the 1,000 of the specification; windows reach the rest.", "all matches, up to 1,000", $"{undated.Items.Count} requests", undated.Reply);
            return;
        }

        if (pages.Contains(whole.Items.Count) && await Neighbours.HiddenAsync(e, whole, NeighboursRead, whole.Items.Count).ConfigureAwait(false) is { } hidden)
            Unreachable(e, hidden.Item, hidden.Hour, $"{whole.Name} gives {whole.Items.Count} requests");
        else if (whole.Items.Count <= Telling)
            e.Inconclusive(Requirement, $"{whole.Name} gives {whole.Items.Count} requests and its halves no more; with so few no cut can be provoked.", reply: whole.Reply);
        else
            e.Pass(Requirement, $"{whole.Name} gives {whole.Items.Count} requests, and narrower windows give no more.", whole.Reply);
    }

    // What a list lacks now and holds then is not cut off it.
    static async Task<bool> ComesAndGoesAsync(Examination e, Listing at, IReadOnlyList<RequestItem> more)
    {
        for (var occasion = 2; occasion < 2 + Looks; occasion++)
        {
            var ids = at.Ids();
            var again = await at.AgainAsync(e, occasion).ConfigureAwait(false);
            if (again.List is null || !more.Any(i => i.Id is { } id && !ids.Contains(id) && again.Has(id)))
                continue;
            e.Inconclusive(Requirement, $"{at.Name} gives other requests each time, so that nothing can be said of what it lacks.", "GR2-CON-016", again.Reply);
            return true;
        }

        return false;
    }

    static async Task<bool> PagedAsync(Examination e, Listing listing, string id)
    {
        for (var page = 2; page <= 4; page++)
        {
            var next = await Listing.AskAsync(e, listing.Reply.Ask.With("page", $"{page}").For(Asking.Purpose.Open)).ConfigureAwait(false);
            if (next.Has(id))
                return true;
            if (next.Items.Count == 0 || next.Ids().SetEquals(listing.Ids()))
                return false;
        }

        return false;
    }

    static void Unreachable(Examination e, RequestItem item, Listing hour, string why) => e.Violated(
        Requirement,
        $"The request {item.Id}, requested {item.Node.Value("requested_datetime")}, is given by no list, not even by {hour.Name}, the hour around it; {why}.",
        $"the request {item.Id}",
        $"{hour.Items.Count} items without it",
        hour.Reply);
}
