using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Extensions;

/// <summary>page_size limits, odd values are survived, and a page beyond the end is empty.</summary>
sealed class PageSizes : IRule
{
    const string Limits = "EXT-PAGE-001";
    const string Beyond = "EXT-PAGE-004";
    const string Odd = "EXT-PAGE-005";
    const string FarBeyond = "100000";

    static readonly (string? Page, string Size)[] odd = [(null, "0"), (null, "-1"), (null, "abc"), (null, "1000000"), ("-1", "3")];

    public string Name => "page-sizes";

    public async Task JudgeAsync(Examination e)
    {
        if (await Paging.DetectAsync(e, Limits, Beyond, Odd).ConfigureAwait(false) is not var (window, whole))
            return;
        var small = (await Paging.ListAsync(e, Paging.Page(e, window, null, $"{Paging.Small}")).ConfigureAwait(false))!;
        if (small.Items.Count == Paging.Small)
            e.Pass(Limits, $"page_size={Paging.Small} gives {Paging.Small} of {whole.Items.Count} requests.", small.Reply);
        else
            e.Violated(Limits, $"page_size={Paging.Small} gives {small.Items.Count} of {whole.Items.Count} requests.", $"{Paging.Small}", $"{small.Items.Count}", small.Reply);

        var beyond = await e.AskAsync(Paging.Page(e, window, FarBeyond, "5")).ConfigureAwait(false);
        if (e.Answered(beyond, Beyond))
        {
            var count = beyond.Succeeded && beyond.Document is not null ? e.Shapes.Read(beyond)?.Items.Count : null;
            if (count == 0)
                e.Pass(Beyond, "A page beyond the end is an empty list.", beyond);
            else if (beyond.Status == 404)
                e.Warn(Beyond, "A page beyond the end is answered 404.", "200 with an empty list", "404", beyond);
            else
                e.Violated(Beyond, $"page={FarBeyond} is answered {beyond.Status}{(count is { } n ? $" with {n} requests" : "")}.", "200 with an empty list", $"{beyond.Status} {beyond.Excerpt()}", beyond);
        }

        foreach (var (page, size) in odd)
        {
            var reply = await e.AskAsync(Paging.Page(e, window, page, size)).ConfigureAwait(false);
            if (!e.Answered(reply, Odd))
                continue;
            if (reply.Status is 200 or 400)
                e.Pass(Odd, $"page_size={size} is answered {reply.Status}.", reply);
            else
                e.Violated(Odd, $"page_size={size}{(page is null ? "" : $"&page={page}")} is answered {reply.Status}.", "200 or 400", $"{reply.Status}", reply);
        }
    }
}
