using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Requests.Trying;

/// <summary>What halving the last 89 days shows about answers that are cut short.</summary>
/// <param name="Whole">The list of the last 89 days.</param>
/// <param name="At">The list that proved to be cut: the whole, or a part of it; null when none did.</param>
/// <param name="More">Requests that parts list and that list lacks.</param>
/// <param name="Listed">Everything that the whole and its parts list.</param>
sealed record Cut(Listing Whole, Listing? At, IReadOnlyList<RequestItem> More, IReadOnlySet<string> Listed)
{
    /// <summary>The limit of the specification ("Response Volume").</summary>
    public const int Limit = 1000;

    // Fewer requests than the smallest page in use are given whole.
    const int SmallestPage = 10;

    /// <summary>The number of requests at which answers are cut, below the limit of the specification; null when they are not.</summary>
    public int? Size => At?.Items.Count;

    /// <summary>The last 89 days, or as many as the endpoint answers.</summary>
    public static (DateTimeOffset Start, DateTimeOffset End) Span(Examination e)
    {
        var end = Zones.Minute(e.Survey.Settled);
        return (end - e.Target.Window(89), end);
    }

    /// <summary>A format that lists the same requests of the whole span as the first one does needs no halving of its own.</summary>
    public static async Task<Cut> TryAsync(Examination e)
    {
        var (start, end) = Span(e);
        if (e.Reading != e.Survey.Primary)
        {
            var whole = await WindowAsync(e, e.Reading, start, end).ConfigureAwait(false);
            if (await HalveAsync(e, e.Survey.Primary, null, start, end).ConfigureAwait(false) is { At: null } primary && whole.List is not null && whole.Ids().SetEquals(primary.Whole.Ids()))
                return primary with { Whole = whole };
        }

        return await HalveAsync(e, e.Reading, null, start, end).ConfigureAwait(false);
    }

    static async Task<Cut> HalveAsync(Examination e, DataFormat format, Listing? outermost, DateTimeOffset start, DateTimeOffset end)
    {
        var whole = await WindowAsync(e, format, start, end).ConfigureAwait(false);
        outermost ??= whole;
        var listed = whole.Ids();
        if (whole.List is null || whole.Items.Count is 0 or >= Limit || end - start < TimeSpan.FromHours(2))
            return new(outermost, null, [], listed);
        var middle = Zones.Minute(start + ((end - start) / 2));
        var earlier = await WindowAsync(e, format, start, middle).ConfigureAwait(false);
        var later = await WindowAsync(e, format, middle, end).ConfigureAwait(false);
        var more = Beyond(whole, earlier, later);
        if (more.Count > 0)
        {
            // What is new since the first asking proves nothing.
            whole = await whole.AgainAsync(e).ConfigureAwait(false);
            more = Beyond(whole, earlier, later);
        }

        listed.UnionWith(earlier.Ids());
        listed.UnionWith(later.Ids());
        if (more.Count > 0 && whole.List is not null)
            return new(outermost, whole, more, listed);
        if (whole.Items.Count >= SmallestPage)
        {
            if (earlier.Items.Count == whole.Items.Count)
                return await HalveAsync(e, format, outermost, start, middle).ConfigureAwait(false);
            if (later.Items.Count == whole.Items.Count)
                return await HalveAsync(e, format, outermost, middle, end).ConfigureAwait(false);
        }

        return new(outermost, null, [], listed);
    }

    static IReadOnlyList<RequestItem> Beyond(Listing whole, params IReadOnlyList<Listing> parts)
    {
        var ids = whole.Ids();
        return [.. parts.SelectMany(p => p.Items).Where(i => i.Id is not null && !ids.Contains(i.Id)).DistinctBy(i => i.Id)];
    }

    static Task<Listing> WindowAsync(Examination e, DataFormat format, DateTimeOffset start, DateTimeOffset end) =>
        Listing.AskAsync(e, Ask.Requests(format, ("start_date", Instants.Write(start)), ("end_date", Instants.Write(end))));

    /// <summary>
    /// Whether the list without arguments is cut although lists with dates are not: it holds both statuses, and yet asking by status gives more
    /// of them.
    /// </summary>
    public static async Task<Listing?> DefaultAsync(Examination e, Listing undated)
    {
        if (undated.Items.Count >= Limit || !StatusFilter.Statuses.All(s => undated.Items.Any(i => StatusFilter.Is(i, s))))
            return null;
        var ids = undated.Ids();
        foreach (var status in StatusFilter.Statuses)
        {
            var only = await Listing.AskAsync(e, Ask.Requests(e.Reading, ("status", status)).For(Purpose.Open)).ConfigureAwait(false);
            var more = only.Items.Where(i => i.Id is not null && !ids.Contains(i.Id) && i.Requested < e.Survey.Settled).ToList();
            if (more.Count > 0 && more.All(i => StatusFilter.Is(i, status)))
                return only;
        }

        return null;
    }
}
