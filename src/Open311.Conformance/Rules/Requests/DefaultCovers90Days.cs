using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Requests.Trying;

namespace Open311.Conformance.Rules.Requests;

/// <summary>Without dates the result covers the most recent 90 days: a request of about 60 days ago is in it. What is older is looked for over all answers.</summary>
sealed class DefaultCovers90Days : IRule
{
    static readonly TimeSpan sixty = TimeSpan.FromDays(60);

    public string Name => "default-covers-90-days";

    public async Task JudgeAsync(Examination examination)
    {
        var e = examination;
        var undated = await Listing.AskAsync(e).ConfigureAwait(false);
        if (undated.List is null)
        {
            e.Inconclusive(e.Requirement, $"Could not be exercised: {undated.Trouble?.Reason ?? $"{undated.Name} was answered {undated.Reply.Status}"}.", undated.Trouble?.Requirement ?? "GR2-REQS-001", undated.Reply);
            return;
        }

        if (undated.Items.Count >= Cut.Limit)
        {
            e.Inconclusive(e.Requirement, $"{undated.Name} is cut at {undated.Items.Count} requests, which says nothing about the days it covers.", reply: undated.Reply);
            return;
        }

        if ((await DateFilter.TryAsync(e).ConfigureAwait(false)).Blocks(e, e.Requirement, DateFilter.Requirement))
            return;
        var cut = await Cut.TryAsync(e).ConfigureAwait(false);
        if (await AboutSixtyAsync(e, cut).ConfigureAwait(false) is not { } item)
            e.Inconclusive(e.Requirement, "No request of about 60 days ago is known.", cut.Whole.Trouble?.Requirement, cut.Whole.Reply);
        else if (await LacksAsync(e, undated, item).ConfigureAwait(false) is { } lacking)
            await JudgeAsync(e, lacking, item, cut).ConfigureAwait(false);
        else
            await OldestAsync(e, undated, item, cut).ConfigureAwait(false);
    }

    // The days between are what a default of 60 or 80 days hides.
    static async Task OldestAsync(Examination e, Listing undated, RequestItem item, Cut cut)
    {
        var oldest = cut.Whole.Items.Where(i => i.Id is not null && i.Requested is not null && Zones.HasZone(i)).MinBy(i => i.Requested!.Value);
        if (oldest is not null && e.Now - oldest.Requested!.Value < TimeSpan.FromDays(89) && await LacksAsync(e, undated, oldest).ConfigureAwait(false) is { } lacking)
            await JudgeAsync(e, lacking, oldest, cut).ConfigureAwait(false);
        else
            await OfServiceAsync(e, undated, item, cut).ConfigureAwait(false);
    }

    static async Task OfServiceAsync(Examination e, Listing undated, RequestItem item, Cut cut)
    {
        var passed = $"{undated.Name} without dates gives the request {item.Id} of {item.Node.Value("requested_datetime")}";

        // What the filters do to the days is no matter of the format.
        if (e.Reading != e.Survey.Primary)
        {
            e.Pass(e.Requirement, $"{passed}.", undated.Reply);
            return;
        }

        if (item.ServiceCode is { } code && !code.Contains(',', StringComparison.Ordinal) && !(await CodeFilter.TryAsync(e).ConfigureAwait(false)).IsBroken && !(await CodeFilter.TryAsync(e, code).ConfigureAwait(false)).IsBroken)
        {
            var ofService = await Listing.AskAsync(e, ("service_code", code)).ConfigureAwait(false);
            if (ofService.List is not null && ofService.Items.Count < Cut.Limit && await LacksAsync(e, ofService, item).ConfigureAwait(false) is { } lacking)
            {
                await JudgeAsync(e, lacking, item, cut).ConfigureAwait(false);
                return;
            }

            passed += ", and so does the list of its service";
            if (item.Status is "open" or "closed" && !(await StatusFilter.TryAsync(e).ConfigureAwait(false)).IsBroken)
            {
                var ofStatus = await Listing.AskAsync(e, ("status", item.Status)).ConfigureAwait(false);
                if (ofStatus.List is not null && ofStatus.Items.Count < Cut.Limit && await LacksAsync(e, ofStatus, item).ConfigureAwait(false) is { } without)
                {
                    await JudgeAsync(e, without, item, cut).ConfigureAwait(false);
                    return;
                }
            }
        }

        e.Pass(e.Requirement, $"{passed}.", undated.Reply);
    }

    static async Task JudgeAsync(Examination e, Listing lacking, RequestItem item, Cut cut)
    {
        if ((cut.Size is { } size && lacking.Items.Count >= size) || await Cut.DefaultAsync(e, lacking).ConfigureAwait(false) is not null)
            e.Inconclusive(e.Requirement, $"{lacking.Name} lacks the request {item.Id} of {item.Node.Value("requested_datetime")}, but it is cut short at {lacking.Items.Count} requests.", CutAnswersHideNothing.Requirement, lacking.Reply);
        else if ((await BothStatusesByDefault.TryAsync(e).ConfigureAwait(false)).IsBroken && !lacking.Items.Any(i => StatusFilter.Is(i, item.Status ?? "")))
            e.Inconclusive(e.Requirement, $"{lacking.Name} lacks the request {item.Id}, but it gives no request of the status {item.Status} at all.", BothStatusesByDefault.Requirement, lacking.Reply);
        else
            e.Violated(e.Requirement, $"{lacking.Name} without dates lacks the request {item.Id}, requested {item.Node.Value("requested_datetime")}, which {cut.Whole.Name} gives.", "requests of the last 90 days", $"{lacking.Items.Count} items without it", lacking.Reply);
    }

    // Twice: the request may have been withdrawn, or the list be behind.
    static async Task<Listing?> LacksAsync(Examination e, Listing listing, RequestItem item)
    {
        if (listing.Has(item.Id!))
            return null;
        var again = await listing.AgainAsync(e, Fresh(e, item)).ConfigureAwait(false);
        return again.List is null || again.Has(item.Id!) || !await IsUnchangedAsync(e, item).ConfigureAwait(false) ? null : again;
    }

    // A request that was opened or closed in between rightly leaves the list of its former status.
    static async Task<bool> IsUnchangedAsync(Examination e, RequestItem item)
    {
        var hour = await Listing.AskAsync(e, Asking.Ask.Requests(e.Reading, Around(item.Requested!.Value, TimeSpan.FromHours(1))).Again(Fresh(e, item))).ConfigureAwait(false);
        return hour.Find(item.Id!) is { } now && Likeness.Differences(e, item.Node, now.Node).Count == 0 && !Listing.IsStirring(e, now);
    }

    static int Fresh(Examination e, RequestItem item) => Occasions.Of($"{e.Case.Id} {e.Format} {item.Id}");

    static async Task<RequestItem?> AboutSixtyAsync(Examination e, Cut cut)
    {
        if (Nearest(e, cut.Whole.Items.Concat(cut.More)) is { } item)
            return item;
        if (cut.Whole.Items.Count < Cut.Limit && cut.Size is null && e.Target.MaxWindowDays >= 90)
            return null;
        var then = Zones.Minute(e.Now) - sixty;
        return Nearest(e, (await Listing.AskAsync(e, Around(then, TimeSpan.FromHours(1))).ConfigureAwait(false)).Items)
            ?? Nearest(e, (await Listing.AskAsync(e, Around(then, TimeSpan.FromDays(1))).ConfigureAwait(false)).Items);
    }

    static RequestItem? Nearest(Examination e, IEnumerable<RequestItem> items) => items
        .Where(i => i.Id is not null && i.Requested is { } r && e.Now - r > TimeSpan.FromDays(40) && e.Now - r < TimeSpan.FromDays(85) && Zones.HasZone(i))
        .OrderBy(i => (e.Now - i.Requested!.Value - sixty).Duration())
        .FirstOrDefault();

    static (string Name, string Value)[] Around(DateTimeOffset instant, TimeSpan distance) =>
        [("start_date", Instants.Write(instant - distance)), ("end_date", Instants.Write(instant + distance))];
}
