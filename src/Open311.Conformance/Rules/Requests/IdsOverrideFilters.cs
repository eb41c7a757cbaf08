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
            e.Pass(e.Requirement, $"{listing.Name} gives the request, although {string.Join(" and ", filters.Select(f => f.Name))} exclude it.", listing.Reply);
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

    static async Task<Listing> SelectAsync(Examination e, string id, IReadOnlyList<(string Name, string Value)> filters)
    {
        var listing = await Listing.AskAsync(e, [("service_request_id", id), .. filters]).ConfigureAwait(false);
        return listing.Trouble is null && !listing.Has(id) ? await listing.AgainAsync(e).ConfigureAwait(false) : listing;
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
