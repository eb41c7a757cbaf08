using Open311.Mock.Cities;
using Open311.Mock.Questions;
using Open311.Mock.Store;

namespace Open311.Mock.Answers;

/// <summary>Selects requests by the arguments of GET requests: filters first, then the limit.</summary>
internal sealed class RequestSelection(City city, RequestStore store, CityRules rules, TimeProvider time)
{
    const string NoSuchId = "No service_request_id of the list was found.";

    static readonly Misbehaviour Correct = new();

    readonly DateArguments dates = new(rules, time);
    readonly Misbehaviour wrong = rules.Misbehaviour;
    readonly bool isIndexed = rules.Misbehaviour == Correct && rules.Order == ListOrder.NewestFirst;

    /// <summary>Selects among the listed requests of a jurisdiction or, when null, of all.</summary>
    public IReadOnlyList<ServiceRequest> Select(string? jurisdiction, Arguments query) =>
        jurisdiction is null || !isIndexed
            ? Select(store.Listed(jurisdiction), query)
            : Indexed(jurisdiction, query);

    /// <summary>Selects among given requests by looking at each: whatever the city does wrong is done here.</summary>
    public IReadOnlyList<ServiceRequest> Select(IEnumerable<ServiceRequest> requests, Arguments sent)
    {
        var query = wrong.IgnoredArguments.Count == 0 ? sent : sent.Without(wrong.IgnoredArguments);
        var candidates = Ordered(requests);
        if (wrong.CutBeforeFilter)
            candidates = candidates.Take(rules.MaxRequests);
        return [.. Matching(candidates, query).Take(rules.MaxRequests)];
    }

    // What a correct city does, by the indexes of the store.
    IReadOnlyList<ServiceRequest> Indexed(string jurisdiction, Arguments query)
    {
        var ids = Values(query, "service_request_id");
        if (ids.Count > 0)
        {
            var found = store.Find(jurisdiction, ids, rules.MaxRequests);
            return found.Count == 0 && Refusal.For(rules.UnknownIds, NoSuchId) is { } refusal ? throw refusal : found;
        }

        var window = dates.Window(query);
        var codes = Codes(query);
        var statuses = Statuses(query);
        bool? closed = statuses is null || (statuses.Contains("open") && statuses.Contains("closed")) ? null : statuses.Contains("closed");
        var none = window.IsInverted || (statuses is not null && !statuses.Contains("open") && !statuses.Contains("closed"));
        return none ? [] : store.Find(new RequestQuery(jurisdiction, window.From, window.To, codes, closed, rules.MaxRequests));
    }

    IEnumerable<ServiceRequest> Matching(IEnumerable<ServiceRequest> candidates, Arguments query)
    {
        var ids = Values(query, "service_request_id");
        if (ids.Count == 0)
            return candidates.Where(Filter(query));
        var wanted = ids.ToHashSet();
        var selected = candidates.Where(r => wanted.Contains(r.Id)).ToArray();
        if (selected.Length == 0 && Refusal.For(rules.UnknownIds, NoSuchId) is { } refusal)
            throw refusal;
        if (wrong.UnknownIdSpoilsList && selected.Length < wanted.Count)
            return [];
        if (wrong.IdsObeyFilters)
            return selected.Where(Filter(query));
        return wrong.IdsObeyWindow ? selected.Where(InWindow(Arguments.None)) : selected;
    }

    Func<ServiceRequest, bool> Filter(Arguments query)
    {
        List<Func<ServiceRequest, bool>> asked = [];
        var window = InWindow(query);
        if (Codes(query) is { } codes)
            asked.Add(request => codes.Contains(request.Service.Code));
        if (Statuses(query) is { } statuses)
            asked.Add(request => statuses.Contains(request.Status));
        if (!wrong.AnyFilterSuffices)
            return request => window(request) && asked.TrueForAll(filter => filter(request));
        if (query.Value("start_date") is not null || query.Value("end_date") is not null)
            asked.Add(window);
        return request => asked.Count == 0 ? window(request) : asked.Exists(filter => filter(request));
    }

    Func<ServiceRequest, bool> InWindow(Arguments query)
    {
        var window = dates.Window(query);
        return request =>
        {
            var at = wrong.FilterByUpdated ? request.Updated : request.Requested;
            return (wrong.StartExclusive ? at > window.From : at >= window.From)
                && (wrong.EndExclusive ? at < window.To : at <= window.To);
        };
    }

    IReadOnlyList<string>? Codes(Arguments query)
    {
        var codes = Values(query, "service_code");
        if (codes.Count == 0)
            return null;
        var unknown = codes.Any(code => city.Services.All(s => s.Code != code));
        if (unknown && Refusal.For(rules.UnknownCode, "The service_code was not found.") is { } refusal)
            throw refusal;
        return unknown && rules.UnknownCode == Reaction.Ignore ? null : codes;
    }

    IReadOnlyList<string>? Statuses(Arguments query)
    {
        var asked = Values(query, "status");
        if (asked.Count == 0)
            return wrong.DefaultStatus.Length == 0 ? null : [wrong.DefaultStatus];
        if (asked.Any(status => status is not ("open" or "closed")))
        {
            if (Refusal.For(rules.UnknownStatus, "The status must be open, closed, or both with a comma.") is { } refusal)
                throw refusal;
            if (rules.UnknownStatus == Reaction.Ignore)
                return null;
        }

        return asked;
    }

    IReadOnlyList<string> Values(Arguments query, string argument)
    {
        if (wrong.ListIsOneValue.Contains(argument))
            return query.Value(argument) is { } value ? [value] : [];
        var values = query.List(argument);
        if (values.Count == 0 && wrong.EmptyIsValue.Contains(argument) && query.Pairs.Any(p => p.Key == argument))
            return [""];
        return wrong.OnlyFirstOfList.Contains(argument) ? [.. values.Take(1)] : values;
    }

    IEnumerable<ServiceRequest> Ordered(IEnumerable<ServiceRequest> newestFirst) => rules.Order switch
    {
        ListOrder.OldestFirst => newestFirst.Reverse(),
        ListOrder.ById => newestFirst.OrderBy(r => r.Id, StringComparer.Ordinal),
        ListOrder.ByUpdate => newestFirst.OrderByDescending(r => r.Updated),
        _ => newestFirst,
    };
}
