using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Requests.Trying;

namespace Open311.Conformance.Rules.Requests;

/// <summary>The open and closed results partition the unfiltered result of the same closed window.</summary>
sealed class StatusesPartition : IRule
{
    public const string Requirement = "GR2-CON-015";

    public string Name => "statuses-partition";

    public async Task JudgeAsync(Examination examination)
    {
        var e = examination;
        if (e.Survey.Window is not { } window)
        {
            var dates = await DateFilter.TryAsync(e).ConfigureAwait(false);
            if (!dates.Blocks(e, e.Requirement, DateFilter.Requirement))
                Sample.None(e, "No window of the past with service requests is known").Record(e, e.Requirement);
            return;
        }

        if ((await StatusFilter.TryAsync(e).ConfigureAwait(false)).Blocks(e, e.Requirement, StatusFilter.Requirement))
            return;
        var first = await PartsAsync(e, window.Arguments, 0).ConfigureAwait(false);
        var parts = first.Fault is null ? first : await AfreshAsync(e, window.Arguments, first).ConfigureAwait(false);
        if (parts.Trouble is { } trouble)
            Trial.Untried(trouble).Record(e, e.Requirement);
        else if (parts.Fault is null)
            e.Pass(e.Requirement, first.Fault is null || parts.AddUp ? $"{parts.Open.Items.Count} open and {parts.Closed.Items.Count} closed requests make up the {parts.All.Items.Count} of {parts.All.Name}." : $"Each request of {parts.All.Name} that did not change in between is in exactly one of the open and closed results.", parts.All.Reply);
        else if (parts.All.Items.Count >= 1000)
            e.Inconclusive(e.Requirement, $"{parts.All.Name} is cut at {parts.All.Items.Count} requests, so the parts cannot be compared with it.", reply: parts.All.Reply);
        else if (!(await BothStatusesByDefault.TryAsync(e).ConfigureAwait(false)).Blocks(e, e.Requirement, BothStatusesByDefault.Requirement)
            && !(await FiltersCombine.TryAsync(e).ConfigureAwait(false)).Blocks(e, e.Requirement, FiltersCombine.Requirement)
            && !await IsCutShortAsync(e, parts.All).ConfigureAwait(false))
            e.Violated(e.Requirement, parts.Fault, "each request in exactly one of the two", $"{parts.Open.Items.Count} open, {parts.Closed.Items.Count} closed, {parts.All.Items.Count} without the filter", parts.All.Reply);
    }

    static async Task<bool> IsCutShortAsync(Examination e, Listing all)
    {
        if ((await Cut.TryAsync(e).ConfigureAwait(false)).Size is not { } size || all.Items.Count < size)
            return false;
        e.Inconclusive(e.Requirement, $"{all.Name} gives {all.Items.Count} requests, at which answers are cut short, so the parts cannot be compared with it.", CutAnswersHideNothing.Requirement, all.Reply);
        return true;
    }

    // A request may be opened or closed between two of the questions: what counts is a fault that shows again, on a request that read the
    // same before and after.
    static async Task<Parts> AfreshAsync(Examination e, (string Name, string Value)[] window, Parts first)
    {
        var occasion = Occasions.Of($"{Requirement} {e.Reading}");
        var second = await PartsAsync(e, window, occasion).ConfigureAwait(false);
        if (second.Fault is null)
            return second;
        var after = await Listing.AskAsync(e, Asking.Ask.Requests(e.Reading, window).Again(occasion + 1)).ConfigureAwait(false);
        var (resting, there) = (second.All.Resting(e, after), after.Ids());
        return second with
        {
            Both = [.. second.Both.Intersect(first.Both, SameId.Instance).Where(IsAtRest)],
            Lost = [.. second.Lost.Intersect(first.Lost, SameId.Instance).Where(IsAtRest)],
            Extra = [.. second.Extra.Intersect(first.Extra, SameId.Instance).Where(id => !there.Contains(id))],
        };

        bool IsAtRest(string id) => resting.Contains(id) && after.Find(id) is { } item && !Listing.IsStirring(e, item);
    }

    static async Task<Parts> PartsAsync(Examination e, (string Name, string Value)[] window, int occasion)
    {
        var all = await Listing.AskAsync(e, Asking.Ask.Requests(e.Reading, window).Again(occasion)).ConfigureAwait(false);
        var open = await Listing.AskAsync(e, Asking.Ask.Requests(e.Reading, [("status", "open"), .. window]).Again(occasion)).ConfigureAwait(false);
        var closed = await Listing.AskAsync(e, Asking.Ask.Requests(e.Reading, [("status", "closed"), .. window]).Again(occasion)).ConfigureAwait(false);
        if (new[] { all, open, closed }.FirstOrDefault(l => l.List is null) is { } broken)
            return new(all, open, closed, [], [], [], broken.Trouble ?? new(StatusFilter.Requirement, $"{broken.Name} was answered {broken.Reply.Status}"));

        // Other words than the two, in any case, are GR2-REQS-004's matter and belong to no part.
        var whole = all.Items.Where(i => StatusFilter.Statuses.Any(s => StatusFilter.Is(i, s))).Select(i => i.Id).OfType<string>().ToHashSet(SameId.Instance);
        var union = open.Ids();
        var both = open.Ids();
        both.IntersectWith(closed.Ids());
        union.UnionWith(closed.Ids());
        return new(all, open, closed, [.. both], [.. whole.Except(union, SameId.Instance)], [.. union.Except(all.Ids(), SameId.Instance)], null);
    }

    sealed record Parts(Listing All, Listing Open, Listing Closed, IReadOnlyList<string> Both, IReadOnlyList<string> Lost, IReadOnlyList<string> Extra, Blocker? Trouble)
    {
        public bool AddUp => Open.Items.Count + Closed.Items.Count == All.Items.Count;

        public string? Fault => (Both, Lost, Extra) switch
        {
            ([var twice, ..], _, _) => $"{Both.Count} requests are listed as open and as closed, the first of them {twice}.",
            (_, [var lost, ..], _) => $"{Lost.Count} requests of {All.Name} are in neither the open nor the closed result, the first of them {lost}.",
            (_, _, [var more, ..]) => $"{Extra.Count} requests of the open and closed results are not in {All.Name}, the first of them {more}.",
            _ => null,
        };
    }
}
