using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Requests.Trying;

namespace Open311.Conformance.Rules.Requests;

/// <summary>service_request_id overrides all other filters.</summary>
sealed class IdsOverrideFilters : IRule
{
    public string Name => "ids-override-filters";

    public async Task JudgeAsync(Examination examination)
    {
        var e = examination;
        var single = await IdFilter.TryAsync(e).ConfigureAwait(false);
        if (single.Blocks(e, e.Requirement, IdFilter.Requirement))
            return;
        if (single.State == TrialState.Untried)
        {
            single.Record(e, e.Requirement);
            return;
        }

        var item = Sample.Listable(e, 1)[0];
        var dates = (await DateFilter.TryAsync(e).ConfigureAwait(false)).State == TrialState.Works;
        var filters = Excluding(e, item, dates);
        var listing = await SelectAsync(e, item.Id!, filters).ConfigureAwait(false);
        if (listing.Trouble is { } trouble)
        {
            Trial.Untried(trouble, listing.Reply).Record(e, e.Requirement);
            return;
        }

        if (listing.Has(item.Id!))
        {
            await SeveralAsync(e, filters, listing).ConfigureAwait(false);
            return;
        }

        var culprits = new List<string>();
        foreach (var group in filters.GroupBy(f => f.Name.EndsWith("_date", StringComparison.Ordinal) ? "start_date and end_date" : f.Name))
        {
            if (!(await SelectAsync(e, item.Id!, [.. group]).ConfigureAwait(false)).Has(item.Id!))
                culprits.Add(group.Key);
        }

        e.Violated(
            e.Requirement,
            $"{listing.Name} does not give the request named{(culprits.Count == 0 ? "" : $": {string.Join(", ", culprits)} still filter")}; service_request_id overrides all other filters.",
            $"the request {item.Id}",
            listing.IsRefused ? listing.Received : $"{listing.Items.Count} items",
            listing.Reply);
    }

    // What holds for one id may not for a list of them.
    static async Task SeveralAsync(Examination e, List<(string Name, string Value)> filters, Listing single)
    {
        var ids = Sample.Listable(e, e.Reading == e.Survey.Primary ? 2 : 1).Select(i => i.Id!).ToList();
        var several = ids.Count < 2 ? single : await SelectAsync(e, string.Join(',', ids), filters, ids).ConfigureAwait(false);
        var lost = ids.Count < 2 || several.Trouble is not null ? null : ids.FirstOrDefault(i => !several.Has(i));
        if (lost is not null && await SelectAsync(e, string.Join(',', ids), [], ids).ConfigureAwait(false) is var plain && ids.All(plain.Has))
            e.Violated(e.Requirement, $"{several.Name} does not give the request {lost}, which {plain.Name} gives; service_request_id overrides all other filters.", string.Join(" and ", ids), several.IsRefused ? several.Received : $"{several.Items.Count} items", several.Reply);
        else
            e.Pass(e.Requirement, $"{single.Name} gives the request, although {string.Join(" and ", filters.Select(f => f.Name))} exclude it.", single.Reply);
    }

    static Task<Listing> SelectAsync(Examination e, string id, IReadOnlyList<(string Name, string Value)> filters) => SelectAsync(e, id, filters, [id]);

    static async Task<Listing> SelectAsync(Examination e, string id, IReadOnlyList<(string Name, string Value)> filters, IReadOnlyList<string> expected)
    {
        var listing = await Listing.AskAsync(e, [("service_request_id", id), .. filters]).ConfigureAwait(false);
        return listing.Trouble is null && !expected.All(listing.Has) ? await listing.AgainAsync(e).ConfigureAwait(false) : listing;
    }

    static List<(string Name, string Value)> Excluding(Examination e, RequestItem item, bool dates)
    {
        var filters = new List<(string, string)> { ("status", item.Status == "open" ? "closed" : "open") };
        if (e.Survey.Services.Select(s => s.Code).FirstOrDefault(c => c is not null && c != item.ServiceCode) is { } other)
            filters.Add(("service_code", other));
        if (dates && item.Requested is { } requested)
        {
            filters.Add(("start_date", Instants.Write(requested - TimeSpan.FromDays(10))));
            filters.Add(("end_date", Instants.Write(requested - TimeSpan.FromDays(9))));
        }

        return filters;
    }
}
