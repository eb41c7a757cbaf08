using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Requests.Trying;

namespace Open311.Conformance.Rules.Requests;

/// <summary>status=open and status=closed each return only requests of that status.</summary>
sealed class StatusFilter : IRule
{
    public const string Requirement = "GR2-REQS-027";

    /// <summary>The two values of the specification.</summary>
    public static readonly string[] Statuses = ["open", "closed"];

    public string Name => "status-filter";

    public async Task JudgeAsync(Examination examination)
    {
        foreach (var status in Statuses)
            (await TryAsync(examination, status).ConfigureAwait(false)).Record(examination, Requirement);
    }

    /// <summary>Whether the filter works for both values.</summary>
    public static async Task<Trial> TryAsync(Examination e) =>
        Trial.Of([await TryAsync(e, "open").ConfigureAwait(false), await TryAsync(e, "closed").ConfigureAwait(false)]);

    /// <summary>
    /// Whether it works for one value. Words other than the two, and other letter case, are GR2-REQS-004's matter. That all items come is
    /// GR2-CON-015's; that none comes although some are listed is judged here.
    /// </summary>
    public static async Task<Trial> TryAsync(Examination e, string status)
    {
        var other = Other(status);
        if (await Ground.TryAsync(e, [("status", status)], i => !Is(i, other), i => Is(i, status)).ConfigureAwait(false) is not { } sifted)
            return Sample.None(e);
        var listing = sifted.Listing;
        if (listing.List is null)
            return Trial.Without(listing);
        if (sifted.Strangers is [var stranger, ..])
            return Trial.Broken($"{listing.Name} gives {sifted.Strangers.Count} of {listing.Items.Count} requests with the status {other}, the first of them {stranger.Id}.", $"only {status}", other, listing.Reply, stranger.Node);
        if (listing.Items.Count == 0 && sifted.Missing.Count > 0)
            return Trial.Broken($"{listing.Name} gives an empty list, but without the filter {sifted.Missing.Count} requests of that status are listed.", $"{sifted.Missing.Count} requests", "an empty list", listing.Reply);
        return listing.Items.Count > 0
            ? Trial.Works($"{listing.Name} gives only requests with that status.", listing.Reply)
            : Trial.Untried($"{listing.Name} gives an empty list, and no request of that status is listed without the filter.", reply: listing.Reply);
    }

    public static string Other(string status) => status == "open" ? "closed" : "open";

    public static bool Is(RequestItem item, string status) => string.Equals(item.Status, status, StringComparison.OrdinalIgnoreCase);
}
