using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Requests.Trying;

namespace Open311.Conformance.Rules.Requests;

/// <summary>Several ids, comma-separated, return all of them: up to five, and in the first format up to fifty.</summary>
sealed class IdList : IRule
{
    public const string Requirement = "GR2-REQS-020";
    const int LongestUrl = 1_800;

    public string Name => "id-list";

    public async Task JudgeAsync(Examination examination)
    {
        var e = examination;
        var trial = await TryAsync(e).ConfigureAwait(false);
        trial.Record(e, Requirement);
        if (trial.State == TrialState.Works && await ManyAsync(e).ConfigureAwait(false) is { State: not TrialState.Works } many)
            many.Record(e, Requirement);
    }

    /// <summary>Up to fifty ids in one list; two to five where that does not work.</summary>
    public static async Task<Trial> TryAsync(Examination e)
    {
        if (await ManyAsync(e).ConfigureAwait(false) is { State: TrialState.Works } many)
            return many;
        var ids = Sample.Listable(e, 5).Select(i => i.Id!).ToList();
        return ids.Count < 2
            ? Sample.None(e, "Fewer than two service requests are known that can be named in one list")
            : await TryAsync(e, ids).ConfigureAwait(false);
    }

    static async Task<Trial?> ManyAsync(Examination e) =>
        e.Reading == e.Survey.Primary && Many(e) is { Count: > 5 } ids ? await TryAsync(e, ids).ConfigureAwait(false) : null;

    static async Task<Trial> TryAsync(Examination e, IReadOnlyList<string> ids)
    {
        if ((await IdFilter.TryAsync(e).ConfigureAwait(false)) is { IsBroken: true } single)
            return single.Blocking(IdFilter.Requirement);
        var listing = await Listing.AskAsync(e, ("service_request_id", string.Join(',', ids))).ConfigureAwait(false);
        if (listing.Trouble is null && ids.Any(id => !listing.Has(id)))
            listing = await listing.AgainAsync(e).ConfigureAwait(false);
        if (listing.List is null)
            return Trial.Without(listing);
        var missing = ids.Where(id => !listing.Has(id)).ToList();
        foreach (var id in missing.ToList())
        {
            // One that vanished proves nothing; one that is still there by itself is enough.
            if ((await Listing.AskAsync(e, ("service_request_id", id)).ConfigureAwait(false)).Has(id))
                break;
            missing.Remove(id);
        }

        return missing.Count == 0
            ? Trial.Works($"{ids.Count} ids in one list give all {ids.Count} requests.", listing.Reply)
            : Trial.Broken($"{ids.Count} ids in one list give {listing.Items.Count} requests; {missing.Count} are missing, the first of them {missing[0]}.", $"{ids.Count} requests", $"{listing.Items.Count} requests", listing.Reply);
    }

    static List<string> Many(Examination e)
    {
        var ids = new List<string>();
        var length = e.Conversation.UrlOf(Asking.Ask.Requests(e.Reading, ("service_request_id", ""))).OriginalString.Length;
        foreach (var id in Sample.Listable(e, 50).Select(i => i.Id!))
        {
            length += Uri.EscapeDataString(id).Length + 1;
            if (length > LongestUrl)
                break;
            ids.Add(id);
        }

        return ids;
    }
}
