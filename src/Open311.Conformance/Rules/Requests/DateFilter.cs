using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Requests.Trying;

namespace Open311.Conformance.Rules.Requests;

/// <summary>start_date and end_date together select by requested_datetime.</summary>
sealed class DateFilter : IRule
{
    public const string Requirement = "GR2-REQS-031";
    const string ZoneOfArguments = "GR2-DATE-003";
    const string ZoneOfValues = "GR2-DATE-002";
    const string CutShort = "GR2-REQS-042";

    /// <summary>Shown instants may be cut to the minute, so nothing nearer than that to a bound is held against a server.</summary>
    public static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    public string Name => "date-filter";

    public async Task JudgeAsync(Examination examination) => (await TryAsync(examination).ConfigureAwait(false)).Record(examination, Requirement);

    public static async Task<Trial> TryAsync(Examination e)
    {
        if (e.Survey.Window is not { } window)
            return await AroundOneAsync(e).ConfigureAwait(false);
        var whole = await TryAsync(e, window.Start, window.End, ExpectedIn(e, window.Start, window.End)).ConfigureAwait(false);
        if (whole.State != TrialState.Works || e.Survey.Known.Any(i => !IsInside(i, window.Start, window.End)))
            return whole;

        // A window that holds all that is known shows nothing: one that holds nothing known must leave everything out.
        var oldest = e.Survey.Known.Where(i => i.Requested is not null).Min(i => i.Requested!.Value);
        var before = await TryAsync(e, Instants.Second(oldest) - TimeSpan.FromDays(3), Instants.Second(oldest) - TimeSpan.FromDays(2), []).ConfigureAwait(false);
        return before.IsBroken ? before : whole;
    }

    /// <summary>Whether an item may be listed for a window, with slack.</summary>
    public static bool IsInside(RequestItem item, DateTimeOffset start, DateTimeOffset end) =>
        item.Requested is not { } requested || (requested >= start - Slack && requested <= end + Slack);

    // Known from the list without arguments; those in the last minute may lie past the end if what is shown is cut to the minute.
    static List<RequestItem> ExpectedIn(Examination e, DateTimeOffset start, DateTimeOffset end) =>
        [.. e.Survey.Known.Where(i => i.Requested >= start && i.Requested <= end - Slack)];

    // No window is known: the endpoint refuses dates, or answers an empty list where something should be.
    static async Task<Trial> AroundOneAsync(Examination e)
    {
        if (Sample.Dated(e) is not { Requested: { } requested } item)
            return Sample.None(e, "No service request with a requested_datetime is known");
        var middle = Zones.Minute(requested);
        return await TryAsync(e, middle - TimeSpan.FromHours(1), middle + TimeSpan.FromHours(1), [item]).ConfigureAwait(false);
    }

    static async Task<Trial> TryAsync(Examination e, DateTimeOffset start, DateTimeOffset end, IReadOnlyList<RequestItem> expected)
    {
        var listing = await Listing.AskAsync(e, Arguments(Instants.Write(start), Instants.Write(end))).ConfigureAwait(false);
        if (listing.Trouble is null && !Fits(listing))
            listing = await listing.AgainAsync(e).ConfigureAwait(false);
        if (listing.Trouble is { } trouble)
            return Trial.Untried(trouble, listing.Reply);
        if (Fits(listing))
            return Trial.Works($"{listing.Name} gives only requests of that time{(expected.Count > 0 ? $", {expected.Count} known ones among them" : "")}.", listing.Reply);
        if (listing.List is null)
            return await ZonesAtFaultAsync(e, start, end, expected, listing.Reply).ConfigureAwait(false) ?? Trial.Without(listing);

        var outside = listing.Items.Where(i => !IsInside(i, start, end)).ToList();
        if (outside.Concat(expected).FirstOrDefault(i => i.Requested is not null && !Zones.HasZone(i)) is { } zoneless)
            return Trial.Untried($"requested_datetime is written without a zone ({zoneless.Node.Value("requested_datetime")}), so it cannot be compared with a window.", ZoneOfValues, listing.Reply);
        if (await ZonesAtFaultAsync(e, start, end, expected, listing.Reply).ConfigureAwait(false) is { } fault)
            return fault;
        return outside.Count > 0
            ? Strangers(listing, outside, start, end)
            : await MissingAsync(e, listing, [.. expected.Where(i => !listing.Has(i.Id!))]).ConfigureAwait(false);

        bool Fits(Listing l) => l.List is not null && l.Items.All(i => IsInside(i, start, end)) && expected.All(i => l.Has(i.Id!));
    }

    static Trial Strangers(Listing listing, List<RequestItem> outside, DateTimeOffset start, DateTimeOffset end)
    {
        var first = outside[0];
        var why = outside.All(i => i.Updated >= start - Slack && i.Updated <= end + Slack)
            ? "; all of these were updated within the window, so updated_datetime seems to be filtered"
            : outside.Count == listing.Items.Count(i => !IsInside(i, start, end)) && outside.Any(i => i.Requested < start) && outside.Any(i => i.Requested > end)
                ? "; they lie on both sides of it, as if the dates were ignored or combined with OR"
                : "";
        return Trial.Broken(
            $"{listing.Name} gives {outside.Count} of {listing.Items.Count} requests outside the window, the first requested {first.Node.Value("requested_datetime")}{why}.",
            $"requests from {Instants.Write(start)} to {Instants.Write(end)}",
            first.Node.Value("requested_datetime"),
            listing.Reply,
            first.Node);
    }

    static async Task<Trial> MissingAsync(Examination e, Listing listing, List<RequestItem> missing)
    {
        if (listing.Items.Count >= 1000)
            return Trial.Untried($"{listing.Name} is cut at {listing.Items.Count} requests, so what is missing says nothing about the window.", reply: listing.Reply);
        var item = missing[0];
        var middle = Zones.Minute(item.Requested!.Value);
        var narrow = await Listing.AskAsync(e, Arguments(Instants.Write(middle - TimeSpan.FromHours(1)), Instants.Write(middle + TimeSpan.FromHours(1)))).ConfigureAwait(false);
        if (narrow.Has(item.Id!))
            return Trial.Untried($"{listing.Name} lacks the request {item.Id}, which a narrower window gives: the answer seems to be cut short.", CutShort, listing.Reply);
        if (!(await Listing.AskAsync(e, Ask.Requests(e.Reading).Again(Occasions.Of($"{e.Case.Id} {e.Format} {item.Id}"))).ConfigureAwait(false)).Has(item.Id!))
            return Trial.Untried($"The request {item.Id} was listed at first and is not any more.", reply: listing.Reply);
        return Trial.Broken(
            $"{listing.Name} lacks {missing.Count} requests that were requested in that time, the first of them {item.Id}, requested {item.Node.Value("requested_datetime")}.",
            $"the request {item.Id}",
            $"{listing.Items.Count} items without it",
            listing.Reply);
    }

    // The same instants in the server's own zone, or with an offset for Z: if that is understood, the zone of arguments is at fault.
    static async Task<Trial?> ZonesAtFaultAsync(Examination e, DateTimeOffset start, DateTimeOffset end, IReadOnlyList<RequestItem> expected, Reply failed)
    {
        var own = e.Survey.Known.Where(i => i.Requested is not null).Select(Zones.OffsetOf).FirstOrDefault();
        foreach (var offset in new[] { own, TimeSpan.FromHours(5.5) }.Distinct())
        {
            var other = await Listing.AskAsync(e, Arguments(Zones.At(start, offset), Zones.At(end, offset))).ConfigureAwait(false);
            if (other.Items.Count > 0 && other.Items.All(i => IsInside(i, start, end)) && expected.All(i => other.Has(i.Id!)))
                return Trial.Untried($"The window is understood with the offset {Zones.At(start, offset)[^6..]} but not with Z.", ZoneOfArguments, failed);
        }

        return null;
    }

    static (string Name, string Value)[] Arguments(string start, string end) => [("start_date", start), ("end_date", end)];
}
