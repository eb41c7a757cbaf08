using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;
using Open311.Conformance.Profiles;
using Open311.Reporting.Comparison;

namespace Open311.Cli.Comparing;

/// <summary>Reads several bids and holds them against one profile.</summary>
internal sealed class BidBook(IConsoleEnvironment env, IRooms rooms)
{
    const string Usual = "georeport-v2-full";

    /// <summary>Reads them.</summary>
    /// <param name="files">Bundles or reports, each perhaps with another name than its file has.</param>
    /// <param name="asked">The profile; null for that which all were made for, or else the usual one.</param>
    /// <exception cref="UsageException">A file cannot be used.</exception>
    public async Task<BidComparison> ReadAsync(IReadOnlyList<(string File, string? Name)> files, BuyerProfile? asked)
    {
        var reader = new BidReader(env, rooms);
        var read = new List<(Bid Bid, BuyerProfile? Own)>();
        foreach (var (file, name) in files)
        {
            var (bid, own) = await reader.ReadAsync(file);
            read.Add((name is null ? bid : bid with { Name = name, File = Path.GetFileName(file) }, own));
        }

        var chosen = asked ?? Common([.. read.Select(r => r.Own)]) ?? ProfileBook.Load(Usual, rooms.Catalogue);
        var judge = new ProfileJudge(rooms.Catalogue);
        var bids = BidNames.Give([.. read.Select(r => r.Bid with { Verdict = r.Bid.Report is { } report ? judge.Judge(chosen, report) : null })]);
        return new BidComparison(chosen, bids, env.Clock.GetUtcNow(), VersionAction.Version);
    }

    // Where all bids were made for one tender, that is what they are held against.
    static BuyerProfile? Common(IReadOnlyList<BuyerProfile?> own) =>
        own is [{ } first, ..] && own.All(p => p is not null && p.Name == first.Name && p.Demands.SequenceEqual(first.Demands) && p.Waivers.SequenceEqual(first.Waivers)) ? first : null;
}
