using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Conformance.Targets;

namespace Open311.Conformance.Rules.Extensions;

/// <summary>updated_after and updated_before select by updated_datetime, where they have an effect at all.</summary>
sealed class UpdatedFilters : IRule
{
    const string After = "V21-UPD-001";
    const string Between = "V21-UPD-002";
    const string Before = "V21-UPD-003";

    public string Name => "updated-filters";

    public async Task JudgeAsync(Examination e)
    {
        var known = e.Survey.DefaultList?.Items.Where(i => i.Updated is not null).OrderBy(i => i.Updated).ToList() ?? [];
        if (known.Count < 4 || known[0].Updated == known[^1].Updated)
        {
            foreach (var requirement in e.Case.Requirements)
                e.Inconclusive(requirement, "Could not be exercised: too few requests with different updated_datetime are known.", e.Survey.RequestsBlocker?.Requirement);
            return;
        }

        var middle = Instants.Second(known[known.Count / 2].Updated!.Value);
        var late = Instants.Second(known[known.Count * 3 / 4].Updated!.Value);
        var occasion = Occasions.Of($"{After} {e.Reading}");
        var first = await Paging.ListAsync(e, Ask.Requests(e.Reading).Again(occasion)).ConfigureAwait(false);
        var after = await AskAsync(e, ("updated_after", Instants.Write(middle))).ConfigureAwait(false);
        var whole = await Paging.ListAsync(e, Ask.Requests(e.Reading).Again(occasion + 1)).ConfigureAwait(false);

        // Data may change in between: only what is listed before and after, and not with the argument, shows that it has an effect.
        if (after is null || first is null || whole is null || !first.Items.Any(i => i.Id is not null && whole.Ids.Contains(i.Id) && !after.Ids.Contains(i.Id)))
        {
            WithoutEffect(e, after);
            return;
        }

        Bounds(e, After, after, middle, null);
        JudgeMissing(e, after, whole, middle);
        await JudgeOldAsync(e).ConfigureAwait(false);
        if (await AskAsync(e, ("updated_after", Instants.Write(middle)), ("updated_before", Instants.Write(late))).ConfigureAwait(false) is { } between)
            Bounds(e, Between, between, middle, late + TimeSpan.FromSeconds(1));
        else
            e.Violated(Between, "updated_after together with updated_before gives no list.", "a list");
        if (await AskAsync(e, ("updated_before", Instants.Write(middle))).ConfigureAwait(false) is { } before)
            Bounds(e, Before, before, null, middle + TimeSpan.FromSeconds(1));
        else
            e.Inform(Before, "updated_before alone is refused.");
    }

    static void WithoutEffect(Examination e, RequestList? after)
    {
        var claimed = Claim.IsMade(e, ExtensionName.Updated);
        if (claimed)
            e.Violated(After, $"updated_after {(after is null ? "gives no list" : "has no effect")}, although {Claim.Who(e, ExtensionName.Updated)}.", "only requests updated since", null, after?.Reply);
        foreach (var requirement in e.Case.Requirements.Where(r => !claimed || r != After))
        {
            if (claimed)
                e.Inconclusive(requirement, "Could not be exercised: updated_after has no effect.", After);
            else
                e.NotApplicable(requirement, "updated_after has no effect, so that the endpoint does not have this extension.");
        }
    }

    // Changes to old requests are what the argument is for: the default window on requested_datetime does not hold for it.
    static async Task JudgeOldAsync(Examination e)
    {
        if (e.Survey.Old is not { Updated: { } updated, Id: { } id })
            return;
        var since = Instants.Second(updated) - TimeSpan.FromSeconds(1);
        if (await AskAsync(e, ("updated_after", Instants.Write(since))).ConfigureAwait(false) is not { } list || list.Ids.Contains(id))
            return;

        // A list that is cut may leave out the oldest; one that holds all else that is due is not.
        var due = e.Survey.DefaultList!.Items.Where(i => i.Updated >= since && i.Id is not null && i.Requested < e.Survey.Settled).ToList();
        if (list.Items.Count < 1000 && due.TrueForAll(i => list.Ids.Contains(i.Id!)))
            e.Violated(After, $"The request {id}, made more than 90 days ago and updated at {e.Survey.Old.Node.Value("updated_datetime")}, is missing in {Where.Of(list.Reply)}.", id, null, list.Reply);
    }

    static Task<RequestList?> AskAsync(Examination e, params (string, string)[] arguments) => Paging.ListAsync(e, Ask.Requests(e.Reading, arguments).For(Purpose.Open));

    static void Bounds(Examination e, string requirement, RequestList list, DateTimeOffset? from, DateTimeOffset? to)
    {
        var outside = list.Items.FirstOrDefault(i => i.Updated is { } at && ((from is { } f && Instants.Second(at) < f) || (to is { } t && at > t)));
        if (outside is not null)
            e.Violated(requirement, $"{Where.Of(list.Reply)} gives the request {outside.Id}, updated at {outside.Node.Value("updated_datetime")}.", "only requests updated in the range", outside.Node.Value("updated_datetime"), list.Reply, outside.Node);
        else
            e.Pass(requirement, $"{Where.Of(list.Reply)} gives only requests updated in the range.", list.Reply);
    }

    static void JudgeMissing(Examination e, RequestList after, RequestList whole, DateTimeOffset from)
    {
        var settled = e.Now - TimeSpan.FromHours(1);
        if (after.Items.Count < 1000 && whole.Items.FirstOrDefault(i => i.Updated > from + TimeSpan.FromSeconds(1) && i.Updated < settled && i.Id is not null && !after.Ids.Contains(i.Id)) is { } missing)
            e.Violated(After, $"The request {missing.Id}, updated at {missing.Node.Value("updated_datetime")}, is missing in {Where.Of(after.Reply)}.", missing.Id, null, after.Reply);
    }
}
