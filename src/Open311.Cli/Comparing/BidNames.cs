using Open311.Reporting.Comparison;

namespace Open311.Cli.Comparing;

/// <summary>Gives bids names that tell them apart, and the folders of their pages.</summary>
internal static class BidNames
{
    const int Longest = 60;

    public static IReadOnlyList<Bid> Give(IReadOnlyList<Bid> bids)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var named = new List<Bid>();
        foreach (var bid in bids)
        {
            var name = bid.Name;
            for (var n = 2; !taken.Add(Folder(name)); n++)
                name = $"{bid.Name}-{n}";
            named.Add(bid with { Name = name, Page = bid is { Standing: Standing.Verified, Report.Exchanges.Count: > 0 } ? $"{Folder(name)}/report.html" : null });
        }

        return named;
    }

    // Safe on every file system, and in a link as it stands.
    static string Folder(string name)
    {
        var safe = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-')).Trim('-');
        return safe.Length == 0 ? "bid" : safe[..Math.Min(safe.Length, Longest)].ToLowerInvariant();
    }
}
