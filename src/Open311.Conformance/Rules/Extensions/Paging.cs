using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Conformance.Targets;

namespace Open311.Conformance.Rules.Extensions;

/// <summary>Whether an endpoint pages, found out on a closed window of the past: nobody has to claim it, and who does not page fails nothing.</summary>
static class Paging
{
    /// <summary>The smallest page that is asked for.</summary>
    public const int Small = 3;

    const string Limits = "EXT-PAGE-001";
    const string ByItself = "page_size has no effect, so that the endpoint has no paging.";

    /// <summary>The requests of the window with the given paging arguments.</summary>
    public static Ask Page(Examination e, RequestWindow window, string? page, string size)
    {
        var ask = Ask.Requests(e.Reading, ("start_date", Instants.Write(window.Start)), ("end_date", Instants.Write(window.End)), ("page_size", size)).For(Purpose.Open);
        return page is null ? ask : ask.With("page", page);
    }

    /// <summary>The window and the whole of it, where paging has an effect; null, and taken down, where it has none or cannot be told.</summary>
    public static async Task<(RequestWindow Window, RequestList Whole)?> DetectAsync(Examination e, params IReadOnlyList<string> requirements)
    {
        if (e.Survey.Window is not { } window || window.List.Items.Count <= Small)
            return Without(e, requirements, "Could not be exercised: no window of the past with more than three requests is known.", applies: true);
        var whole = await ListAsync(e, Ask.Requests(e.Reading, ("start_date", Instants.Write(window.Start)), ("end_date", Instants.Write(window.End)))).ConfigureAwait(false);
        var small = await ListAsync(e, Page(e, window, null, $"{Small}")).ConfigureAwait(false);
        if (whole is null || whole.Items.Count <= Small)
            return Without(e, requirements, "Could not be exercised: the window of the past cannot be read.", applies: true);
        if (small is not null && small.Items.Count < whole.Items.Count && small.Items.Count > 0)
            return (window, whole);
        if (!Claim.IsMade(e, ExtensionName.Paging))
            return Without(e, requirements, ByItself, applies: false);
        var instead = small is null ? "gives no list" : $"gives {small.Items.Count} requests, and {whole.Items.Count} without it";
        if (requirements.Contains(Limits))
            e.Violated(Limits, $"page_size={Small} {instead}, although {Claim.Who(e, ExtensionName.Paging)}.", $"{Small} requests", small is null ? null : $"{small.Items.Count}", (small ?? whole).Reply);
        return Without(e, [.. requirements.Where(r => r != Limits)], "Could not be exercised: page_size has no effect.", applies: true, Limits);
    }

    /// <summary>The list in an answer; null when there is none.</summary>
    public static async Task<RequestList?> ListAsync(Examination e, Ask ask)
    {
        var reply = await e.AskAsync(ask).ConfigureAwait(false);
        return reply.Succeeded && reply.Document is not null && e.Shapes.Read(reply) is { Recognised: true } shaped
            ? new(reply, shaped.Requests)
            : null;
    }

    static (RequestWindow, RequestList)? Without(Examination e, IReadOnlyList<string> requirements, string reason, bool applies, string? blockedBy = null)
    {
        foreach (var requirement in requirements)
        {
            if (applies)
                e.Inconclusive(requirement, reason, blockedBy);
            else
                e.NotApplicable(requirement, reason);
        }

        return null;
    }
}
