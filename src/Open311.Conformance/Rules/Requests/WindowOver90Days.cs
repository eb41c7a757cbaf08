using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Requests.Trying;

namespace Open311.Conformance.Rules.Requests;

/// <summary>A window over 90 days is refused with 400 or cut to 90 days.</summary>
sealed class WindowOver90Days : IRule
{
    static readonly TimeSpan length = TimeSpan.FromDays(120);
    static readonly TimeSpan telling = TimeSpan.FromDays(91);
    static readonly TimeSpan margin = TimeSpan.FromHours(1);

    public string Name => "window-over-90-days";

    public async Task JudgeAsync(Examination examination)
    {
        var e = examination;
        if (e.Target.MaxWindowDays < 90)
        {
            e.Skipped(e.Requirement, $"Not asked: the operator says that the endpoint answers no window over {e.Target.MaxWindowDays} days.");
            return;
        }

        var dates = await DateFilter.TryAsync(e).ConfigureAwait(false);
        if (dates.Blocks(e, e.Requirement, DateFilter.Requirement))
            return;
        var pair = await PairAsync(e).ConfigureAwait(false);
        var end = pair is { } p ? Instants.Second(p.Newer.Requested!.Value) + margin : Zones.Minute(e.Now) - margin;
        var arguments = new List<(string, string)> { ("start_date", Instants.Write(end - length)), ("end_date", Instants.Write(end)) };
        if (pair is { } same && same.Older.ServiceCode is { } code && code == same.Newer.ServiceCode && !code.Contains(',', StringComparison.Ordinal))
            arguments.Add(("service_code", code));
        var listing = await Listing.AskAsync(e, Ask.Requests(e.Reading, [.. arguments]).For(Purpose.Open)).ConfigureAwait(false);
        if (listing.Trouble is { } trouble)
            Trial.Untried(trouble, listing.Reply).Record(e, e.Requirement);
        else if (listing.Reply.Status == 400)
            e.Pass(e.Requirement, $"{listing.Name}, a window of 120 days, is refused with 400.", listing.Reply);
        else if (listing.List is null)
            e.Violated(e.Requirement, $"{listing.Name}, a window of 120 days, is answered {listing.Reply.Status}.", "400, or 90 days of it", listing.Received, listing.Reply, blockedBy: listing.Reply.Status is > 404 and < 500 ? "GR2-ERR-010" : null);
        else
            Judge(e, listing, pair);
    }

    static void Judge(Examination e, Listing listing, (RequestItem Older, RequestItem Newer)? pair)
    {
        var instants = listing.Items.Select(i => i.Requested).OfType<DateTimeOffset>().ToList();
        var span = instants.Count == 0 ? TimeSpan.Zero : instants.Max() - instants.Min();
        if (span > telling)
            e.Violated(e.Requirement, $"{listing.Name}, a window of 120 days, is served in full: the requests given span {span.TotalDays:0} days.", "400, or 90 days of it", $"{span.TotalDays:0} days", listing.Reply);
        else if (instants.Count >= Cut.Limit || pair is null)
            e.Inconclusive(e.Requirement, instants.Count >= Cut.Limit ? $"{listing.Name} is cut at {instants.Count} requests, which says nothing about the days it covers." : $"{listing.Name} is answered, but no two requests more than 91 days apart are known, so a cut to 90 days cannot be told.", reply: listing.Reply);
        else if (instants.Count == 0)
            e.Inconclusive(e.Requirement, $"{listing.Name} gives an empty list, although requests at both ends of it are known.", reply: listing.Reply);
        else
            e.Pass(e.Requirement, $"{listing.Name}, a window of 120 days, is cut to {span.TotalDays:0} days.", listing.Reply);
    }

    // Two requests that no 90 days hold together, of one service where possible: that keeps the answer small.
    static async Task<(RequestItem Older, RequestItem Newer)?> PairAsync(Examination e)
    {
        var known = e.Survey.Known.Where(i => i.Requested is { } r && r < e.Now - margin).ToList();
        if (known.Count == 0)
            return null;
        IReadOnlyList<RequestItem> older = e.Survey.Old is { } old ? [old] : [];
        if (Choose(older, known) is { } pair)
            return pair;
        var newest = Instants.Second(known[0].Requested!.Value);
        var tail = await Listing.AskAsync(e, Ask.Requests(e.Reading, ("start_date", Instants.Write(newest + margin - length)), ("end_date", Instants.Write(newest - telling - margin))).For(Purpose.Open)).ConfigureAwait(false);
        return Choose(tail.Items, known);
    }

    static (RequestItem Older, RequestItem Newer)? Choose(IEnumerable<RequestItem> older, IEnumerable<RequestItem> newer)
    {
        var pairs = older.SelectMany(o => newer.Where(n => n.Requested - o.Requested > telling && n.Requested - o.Requested < length - margin - margin).Select(n => (o, n))).ToList();
        return pairs.Count == 0 ? null : pairs.OrderByDescending(p => p.o.ServiceCode == p.n.ServiceCode).First();
    }
}
