using Open311.Conformance.Asking;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Requests.Trying;

/// <summary>The list that filters are tried on: the closed window of the past or, where windows do not work, the list without arguments.</summary>
static class Ground
{
    /// <summary>The arguments of it; null when nothing is known to try filters on.</summary>
    public static (string Name, string Value)[]? Arguments(Examination e) =>
        e.Survey.Window is { } window ? window.Arguments : e.Survey.Known.Count > 0 ? [] : null;

    /// <summary>
    /// Tries a filter on the ground. Where the combination with dates goes wrong, the filter is tried alone: a filter that works alone is not
    /// to blame (that is GR2-REQS-039's matter).
    /// </summary>
    public static async Task<Sifted?> TryAsync(Examination e, (string Name, string Value)[] filter, Func<RequestItem, bool> matches, Func<RequestItem, bool>? wanted = null)
    {
        if (Arguments(e) is not { } ground)
            return null;
        var sifted = await Sifted.AskAsync(e, Ask.Requests(e.Reading, ground), Ask.Requests(e.Reading, [.. filter, .. ground]), matches, wanted).ConfigureAwait(false);
        if (sifted.IsClean || sifted.Listing.Trouble is not null || ground.Length == 0)
            return sifted;
        var alone = await Sifted.AskAsync(e, Ask.Requests(e.Reading), Ask.Requests(e.Reading, filter), matches, wanted).ConfigureAwait(false);
        return alone.IsClean && alone.Listing.Items.Count > 0 ? alone : sifted;
    }
}
