using Open311.Conformance.Findings;
using Open311.Conformance.Profiles;
using Open311.Conformance.Requirements;

namespace Open311.Reporting.Comparison;

/// <summary>Several bids side by side.</summary>
/// <param name="Profile">What all are held against.</param>
/// <param name="Bids">The bids, in the order given.</param>
/// <param name="Made">When they were compared.</param>
/// <param name="ToolVersion">By which version of the suite.</param>
public sealed record BidComparison(BuyerProfile Profile, IReadOnlyList<Bid> Bids, DateTimeOffset Made, string ToolVersion)
{
    /// <summary>The must-requirements of the mandatory classes, and the mandatory requirements: each with what every bid makes of it, in the order of the register.</summary>
    public IReadOnlyList<ClauseRow> Clauses
    {
        get
        {
            var classes = Profile.Demands.Where(d => d is { IsClass: true, Duty: Duty.Mandatory }).Select(d => d.Name).ToHashSet(StringComparer.Ordinal);
            var single = Profile.Demands.Where(d => d is { IsClass: false, Duty: Duty.Mandatory }).Select(d => d.Name).ToHashSet(StringComparer.Ordinal);
            return
            [
                .. Bids.SelectMany(b => b.Report?.Findings ?? []).Select(f => f.Requirement).DistinctBy(r => r.Id)
                    .Where(r => single.Contains(r.Id) || (r.Level == Level.Must && r.Untested is null && r.Classes.Any(classes.Contains)))
                    .Select(r => new ClauseRow(r, [.. Bids.Select(b => ClauseCell.Of(b, r.Id))])),
            ];
        }
    }

    /// <summary>Runs of one endpoint, each beside the one before it; empty when every bid has an endpoint of its own. What does not verify has no part in it.</summary>
    public IReadOnlyList<Progress> Progress =>
    [
        .. Bids.Where(b => b.Report is not null && b.Standing != Standing.Broken)
            .GroupBy(b => b.Report!.Target.Endpoint.OriginalString.TrimEnd('/'), StringComparer.OrdinalIgnoreCase)
            .Select(g => g.OrderBy(b => b.Report!.Started).ToList())
            .SelectMany(runs => runs.Zip(runs.Skip(1), Comparison.Progress.Between)),
    ];
}
