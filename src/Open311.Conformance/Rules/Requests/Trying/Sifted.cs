using Open311.Conformance.Asking;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Requests.Trying;

/// <summary>What a filter let through, against the same list without it. Only what shows twice is kept, and of a request that read the same before and after: live data may change in between.</summary>
/// <param name="Listing">The filtered list.</param>
/// <param name="Strangers">Items that do not match.</param>
/// <param name="Missing">Ids that match, are listed without the filter, and are missing with it.</param>
/// <param name="Matching">How many items match in the list without the filter.</param>
/// <param name="Whole">The list without the filter.</param>
sealed record Sifted(Listing Listing, IReadOnlyList<RequestItem> Strangers, IReadOnlyList<string> Missing, int Matching, Listing Whole)
{
    public bool IsClean => Listing.List is not null && Strangers.Count == 0 && Missing.Count == 0;

    /// <summary>Asks with and without the filter.</summary>
    /// <param name="e">The examination.</param>
    /// <param name="plain">The question without the filter.</param>
    /// <param name="filtered">The question with it.</param>
    /// <param name="matches">Whether an item may come through.</param>
    /// <param name="wanted">Whether an item must come through; as <paramref name="matches"/> when null.</param>
    public static async Task<Sifted> AskAsync(Examination e, Ask plain, Ask filtered, Func<RequestItem, bool> matches, Func<RequestItem, bool>? wanted = null)
    {
        wanted ??= matches;
        var first = await OnceAsync(e, plain, filtered, matches, wanted).ConfigureAwait(false);
        if (first.IsClean || first.Listing.Trouble is not null)
            return first;
        var occasion = Occasions.Of($"{plain.Key} {filtered.Key}");
        var before = await Listing.AskAsync(e, plain.Again(occasion)).ConfigureAwait(false);
        var second = await OnceAsync(e, plain.Again(occasion + 1), filtered.Again(occasion), matches, wanted).ConfigureAwait(false);
        if (first.Listing.IsRefused || second.Listing.List is null)
            return second;
        var strange = first.Strangers.Select(s => s.Id).ToHashSet();
        var resting = second.Whole.Resting(e, before);
        return second with
        {
            Strangers = [.. second.Strangers.Where(s => strange.Contains(s.Id))],
            Missing = [.. second.Missing.Intersect(first.Missing, SameId.Instance).Where(resting.Contains)],
        };
    }

    static async Task<Sifted> OnceAsync(Examination e, Ask plain, Ask filtered, Func<RequestItem, bool> matches, Func<RequestItem, bool> wanted)
    {
        var listing = await Listing.AskAsync(e, filtered).ConfigureAwait(false);
        var whole = await Listing.AskAsync(e, plain).ConfigureAwait(false);
        if (listing.List is null)
            return new(listing, [], [], 0, whole);
        var present = listing.Ids();
        var expected = whole.Items.Where(i => i.Id is not null && wanted(i)).Select(i => i.Id!).Distinct(SameId.Instance).ToList();
        return new(listing, [.. listing.Items.Where(i => !matches(i))], [.. expected.Where(i => !present.Contains(i))], expected.Count, whole);
    }
}
