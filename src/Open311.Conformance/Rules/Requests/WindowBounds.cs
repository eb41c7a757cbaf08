using System.Globalization;
using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Requests.Trying;

namespace Open311.Conformance.Rules.Requests;

/// <summary>
/// Both window bounds are inclusive to the second. A server that hides fractions of seconds may know a request to be later than it shows, which
/// looks like an exclusive end: one millisecond more tells the two apart.
/// </summary>
sealed class WindowBounds : IRule
{
    static readonly TimeSpan hour = TimeSpan.FromHours(1);
    static readonly TimeSpan second = TimeSpan.FromSeconds(1);

    public string Name => "window-bounds";

    public async Task JudgeAsync(Examination examination)
    {
        var e = examination;
        if (Sample.Dated(e) is not { Requested: { } requested } item)
        {
            Sample.None(e, "No service request with a requested_datetime is known").Record(e, e.Requirement);
            return;
        }

        if ((await DateFilter.TryAsync(e).ConfigureAwait(false)).Blocks(e, e.Requirement, DateFilter.Requirement))
            return;
        var t = Instants.Second(requested);
        var last = requested == t ? Instants.Write(t) : Exactly(requested);
        var exact = await SelectAsync(e, item, Instants.Write(t), last).ConfigureAwait(false);
        if (exact.Trouble is { } trouble)
        {
            Trial.Untried(trouble, exact.Reply).Record(e, e.Requirement);
            return;
        }

        if (exact.Has(item.Id!))
        {
            e.Pass(e.Requirement, $"{exact.Name} gives the request of that very second.", exact.Reply);
            return;
        }

        var around = await SelectAsync(e, item, Instants.Write(t - hour), Instants.Write(t + hour)).ConfigureAwait(false);
        if (!around.Has(item.Id!))
        {
            e.Inconclusive(e.Requirement, $"{around.Name} does not give the request {item.Id}, requested {item.Node.Value("requested_datetime")}, either.", reply: around.Reply);
            return;
        }

        var starting = await SelectAsync(e, item, Instants.Write(t), Instants.Write(t + hour)).ConfigureAwait(false);
        var ending = await SelectAsync(e, item, Instants.Write(t - hour), last).ConfigureAwait(false);
        if (!starting.Has(item.Id!))
            Missing(e, item, starting, "begins");
        if (!ending.Has(item.Id!))
            await EndAsync(e, item, ending).ConfigureAwait(false);
        if (starting.Has(item.Id!) && ending.Has(item.Id!))
            Missing(e, item, exact, "begins and ends");
    }

    static async Task EndAsync(Examination e, RequestItem item, Listing ending)
    {
        var requested = item.Requested!.Value;
        var t = Instants.Second(requested);
        var later = await SelectAsync(e, item, Instants.Write(t - hour), Instants.Write(t + second)).ConfigureAwait(false);
        if (!later.Has(item.Id!) && e.Survey.Known.All(i => i.Requested is null || i.Requested.Value.Second == 0))
            later = await SelectAsync(e, item, Instants.Write(t - hour), Instants.Write(t + TimeSpan.FromMinutes(1))).ConfigureAwait(false);
        var slightly = await SelectAsync(e, item, Instants.Write(t - hour), Exactly(requested.AddMicroseconds(requested == t ? 1000 : 1))).ConfigureAwait(false);
        if (!later.Has(item.Id!) || slightly.Has(item.Id!))
            Missing(e, item, ending, "ends");
        else
            e.Pass(e.Requirement, $"{later.Name} gives the request shown as {item.Node.Value("requested_datetime")}; the rest of the instant seems to be hidden.", later.Reply);
    }

    static string Exactly(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    static void Missing(Examination e, RequestItem item, Listing listing, string what) => e.Violated(
        e.Requirement,
        $"{listing.Name} {what} at the very second of the request {item.Id}, {item.Node.Value("requested_datetime")}, and does not give it.",
        $"the request {item.Id}",
        listing.IsRefused ? listing.Received : $"{listing.Items.Count} items without it",
        listing.Reply);

    static async Task<Listing> SelectAsync(Examination e, RequestItem item, string start, string end)
    {
        var listing = await Listing.AskAsync(e, ("start_date", start), ("end_date", end)).ConfigureAwait(false);
        return listing.Trouble is null && !listing.Has(item.Id!) ? await listing.AgainAsync(e).ConfigureAwait(false) : listing;
    }
}
