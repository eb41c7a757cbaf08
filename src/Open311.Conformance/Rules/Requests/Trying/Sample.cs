using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Requests.Trying;

/// <summary>Requests to try things with: listed, and old enough that they no longer move.</summary>
static class Sample
{
    /// <summary>All candidates, those of the window first.</summary>
    public static IReadOnlyList<RequestItem> Pool(Examination e) =>
    [
        .. (e.Survey.Window?.List.Items ?? []).Concat(e.Survey.Known)
            .Where(i => i.Id is not null && (i.Requested is null || i.Requested < e.Survey.Settled))
            .DistinctBy(i => i.Id!, SameId.Instance),
    ];

    /// <summary>Up to so many, of as many services and statuses as there are, chosen by the seed; the same for every rule.</summary>
    public static IReadOnlyList<RequestItem> Of(Examination e, int count) => [.. e.Survey.Chosen(() => InTurn(e)).Take(count)];

    static IReadOnlyList<RequestItem> InTurn(Examination e)
    {
        var random = Seeded.Of(e.Settings.Seed, "requests");
        return
        [
            // One of each service, the statuses in turn, before a second of any.
            .. Pool(e).OrderBy(_ => random.Next())
                .GroupBy(i => i.ServiceCode)
                .Select((g, place) => g.GroupBy(i => i.Status).OrderBy(s => s.Key == "closed" ^ place % 2 == 1).SelectMany(s => s.Select((item, turn) => (item, turn))).OrderBy(p => p.turn).Select(p => p.item))
                .SelectMany(g => g.Select((item, round) => (item, round)))
                .OrderBy(p => p.round)
                .Select(p => p.item),
        ];
    }

    /// <summary>A sample with, beside it, some whose ids are built otherwise than its own: with leading zeros, letters, dots, another length.</summary>
    public static IReadOnlyList<RequestItem> WithOddIds(Examination e, int count, int more)
    {
        var chosen = Of(e, count);
        var built = chosen.Select(i => Build(i.Id!)).ToHashSet(StringComparer.Ordinal);
        return [.. chosen, .. Pool(e).Where(i => built.Add(Build(i.Id!))).Take(more)];
    }

    // 00417 and 81200 differ, 81200 and 90113 do not.
    static string Build(string id)
    {
        var kinds = id.Select(c => char.IsAsciiDigit(c) ? '9' : char.IsAsciiLetter(c) ? 'a' : c).ToArray();
        return $"{(id.Length > 1 && id[0] == '0' ? "0" : "")}{new string(kinds)}";
    }

    /// <summary>One, or null.</summary>
    public static RequestItem? One(Examination e) => Of(e, 1).FirstOrDefault();

    /// <summary>One whose requested_datetime can be read with its zone, or null.</summary>
    public static RequestItem? Dated(Examination e) => Of(e, int.MaxValue).FirstOrDefault(i => i.Requested is not null && Zones.HasZone(i)) ?? Of(e, int.MaxValue).FirstOrDefault(i => i.Requested is not null);

    /// <summary>Those that can be asked for in one comma-separated list.</summary>
    public static IReadOnlyList<RequestItem> Listable(Examination e, int count) => [.. Of(e, int.MaxValue).Where(i => !i.Id!.Contains(',', StringComparison.Ordinal)).Take(count)];

    /// <summary>Why there is none.</summary>
    public static Trial None(Examination e, string what = "No service request is known") => e.Survey.RequestsBlocker is { } blocker
        ? Trial.Untried($"{what}: {blocker.Reason}.", blocker.Requirement)
        : Trial.Untried($"{what}{(e.Survey.Known.Count == 0 ? ": the lists that were asked for are empty" : "")}.");

    /// <summary>Whether a request is still listed, asked afresh: what has just been taken away proves nothing.</summary>
    public static async Task<bool> IsStillListedAsync(Examination e, string id)
    {
        var occasion = Occasions.Of($"{e.Case.Id} {e.Format} {id}");
        var ask = e.Survey.Window is { } window && window.List.Items.Any(i => i.Id is not null && SameId.Instance.Equals(i.Id, id))
            ? Asking.Ask.Requests(e.Reading, window.Arguments)
            : Asking.Ask.Requests(e.Reading);
        if ((await Listing.AskAsync(e, ask.Again(occasion)).ConfigureAwait(false)).Has(id))
            return true;

        // Known from an earlier window only.
        if (e.Survey.Known.FirstOrDefault(i => SameId.Instance.Equals(i.Id!, id)) is not { Requested: { } requested } || requested >= e.Now - TimeSpan.FromDays(89))
            return false;
        var (start, end) = (Zones.Minute(requested) - TimeSpan.FromHours(1), Zones.Minute(requested) + TimeSpan.FromHours(1));
        return (await Listing.AskAsync(e, Asking.Ask.Requests(e.Reading, ("start_date", Instants.Write(start)), ("end_date", Instants.Write(end))).Again(occasion)).ConfigureAwait(false)).Has(id);
    }
}
