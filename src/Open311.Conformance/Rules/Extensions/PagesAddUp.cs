using System.Globalization;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Extensions;

/// <summary>Consecutive pages are disjoint and make up the whole, counted from one.</summary>
sealed class PagesAddUp : IRule
{
    const string AddUp = "EXT-PAGE-002";
    const string FromOne = "EXT-PAGE-003";
    const int Size = 5;
    const int Most = 20;

    public string Name => "pages-add-up";

    public async Task JudgeAsync(Examination e)
    {
        if (await Paging.DetectAsync(e, AddUp, FromOne).ConfigureAwait(false) is not var (window, whole))
            return;
        var @base = await BaseAsync(e, window).ConfigureAwait(false);
        var problem = await WalkAsync(e, window, whole, @base, 0).ConfigureAwait(false);

        // Once more before it is held against the server: data may have changed under way.
        if (problem is not null)
            problem = await WalkAsync(e, window, whole, @base, 1).ConfigureAwait(false);
        if (problem is not null)
            e.Violated(AddUp, problem, "every request on one page", null, whole.Reply);
        else
            e.Pass(AddUp, $"The pages of {Size} make up the whole of {whole.Items.Count} requests.", whole.Reply);
    }

    static async Task<int> BaseAsync(Examination e, RequestWindow window)
    {
        var first = await Paging.ListAsync(e, Paging.Page(e, window, null, $"{Size}")).ConfigureAwait(false);
        var zero = await Paging.ListAsync(e, Paging.Page(e, window, "0", $"{Size}")).ConfigureAwait(false);
        var one = await Paging.ListAsync(e, Paging.Page(e, window, "1", $"{Size}")).ConfigureAwait(false);
        if (first is null || one is null)
        {
            e.Inconclusive(FromOne, "Could not be exercised: page=1 gives no list.");
            return 1;
        }

        if (first.Ids.SetEquals(one.Ids))
        {
            e.Pass(FromOne, "page=1 is the first page.", one.Reply);
            return 1;
        }

        e.Warn(FromOne, zero is not null && zero.Ids.SetEquals(first.Ids) ? "page=0 is the first page, and page=1 the second." : "page=1 differs from the answer without page.", "page=1 is the first page", null, one.Reply);
        return zero is not null && zero.Ids.SetEquals(first.Ids) ? 0 : 1;
    }

    static async Task<string?> WalkAsync(Examination e, RequestWindow window, RequestList whole, int from, int occasion)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var pages = Math.Min(Most, (whole.Items.Count / Size) + 2);
        for (var page = from; page < from + pages; page++)
        {
            var list = await Paging.ListAsync(e, Paging.Page(e, window, page.ToString(CultureInfo.InvariantCulture), $"{Size}").Again(occasion)).ConfigureAwait(false);
            if (list is null || list.Items.Count == 0)
                break;
            if (list.Ids.FirstOrDefault(id => !seen.Add(id)) is { } twice)
                return $"The request {twice} is on page {page} and on one before it.";

            // A pager that goes on beyond the end breaks another rule.
            if (list.Items.Count < Size || seen.IsSupersetOf(whole.Ids))
                break;
        }

        return seen.Count < Math.Min(whole.Ids.Count, Most * Size) && whole.Ids.FirstOrDefault(id => !seen.Contains(id)) is { } missing
            ? $"The request {missing} is on none of the pages of {Size}."
            : null;
    }
}
