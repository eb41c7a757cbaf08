using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Requests.Trying;

namespace Open311.Conformance.Rules.Requests;

/// <summary>Filters select first, then the limit of 1,000 cuts: requests beyond the first 1,000 stay reachable with filters.</summary>
sealed class FiltersBeforeLimit : IRule
{
    const int CodesTried = 5;
    const int NeighboursRead = 20;

    public string Name => "filters-before-limit";

    public async Task JudgeAsync(Examination examination)
    {
        var e = examination;
        var full = await Listing.AskAsync(e).ConfigureAwait(false);
        if (full.List is null)
        {
            e.Inconclusive(e.Requirement, $"Could not be exercised: {full.Trouble?.Reason ?? $"{full.Name} was answered {full.Reply.Status}"}.", full.Trouble?.Requirement ?? "GR2-REQS-001", full.Reply);
            return;
        }

        if (full.Items.Count < Cut.Limit)
        {
            e.Inconclusive(e.Requirement, $"{full.Name} gives {full.Items.Count} requests; only an answer of 1,000 shows whether filters come before the limit.", reply: full.Reply);
            return;
        }

        var ids = full.Ids();
        foreach (var arguments in Narrower(e, full))
        {
            var listing = await Listing.AskAsync(e, Asking.Ask.Requests(e.Reading, arguments).For(Asking.Purpose.Open)).ConfigureAwait(false);
            if (listing.Items.FirstOrDefault(i => i.Id is not null && !ids.Contains(i.Id) && i.Requested < e.Survey.Settled) is not { } beyond)
                continue;
            e.Pass(e.Requirement, $"{listing.Name} gives the request {beyond.Id}, which {full.Name} without filters leaves out.", listing.Reply);
            return;
        }

        var instants = full.Items.Select(i => i.Requested).OfType<DateTimeOffset>().ToList();
        if (instants.Count > 0 && instants.Max() - instants.Min() < TimeSpan.FromDays(89) && await Neighbours.HiddenAsync(e, full, NeighboursRead, Cut.Limit).ConfigureAwait(false) is { } hidden)
            e.Violated(e.Requirement, $"The request {hidden.Item.Id}, requested {hidden.Item.Node.Value("requested_datetime")}, is beyond the {full.Items.Count} of the unfiltered answer, and {hidden.Hour.Name} does not give it: the limit seems to cut before filters select.", $"the request {hidden.Item.Id}", $"{hidden.Hour.Items.Count} items without it", hidden.Hour.Reply);
        else
            e.Inconclusive(e.Requirement, "No filter gives a request that the unfiltered answer leaves out, and none was found otherwise.", reply: full.Reply);
    }

    static IEnumerable<(string Name, string Value)[]> Narrower(Examination e, Listing full)
    {
        var instants = full.Items.Select(i => i.Requested).OfType<DateTimeOffset>().ToList();
        if (instants.Count > 0)
        {
            yield return [("start_date", Instants.Write(instants.Min() - TimeSpan.FromHours(6))), ("end_date", Instants.Write(instants.Min() - TimeSpan.FromSeconds(1)))];
            if (instants.Max() < e.Now - TimeSpan.FromHours(2))
                yield return [("start_date", Instants.Write(instants.Max() + TimeSpan.FromSeconds(1))), ("end_date", Instants.Write(instants.Max() + TimeSpan.FromHours(6)))];
        }

        foreach (var code in full.Items.Select(i => i.ServiceCode).OfType<string>().CountBy(c => c).OrderBy(c => c.Value).Take(CodesTried))
            yield return [("service_code", code.Key)];
        foreach (var status in StatusFilter.Statuses)
            yield return [("status", status)];
    }
}
