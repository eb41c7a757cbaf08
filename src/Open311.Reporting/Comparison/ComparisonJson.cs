using System.Text.Json;
using Open311.Conformance.Findings;
using Open311.Conformance.Profiles;
using Open311.Reporting.Bundles;
using Open311.Reporting.Json;

namespace Open311.Reporting.Comparison;

/// <summary><c>comparison.json</c>; its schema is <c>fixtures/schemas/comparison.schema.json</c>.</summary>
static class ComparisonJson
{
    public const string Schema = "open311-comparison/1";

    public static byte[] Of(BidComparison comparison) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            Schema,
            Tool = new { Name = "open311", Version = comparison.ToolVersion },
            Made = comparison.Made.ToUniversalTime(),
            Profile = comparison.Profile.Name,
            Bids = comparison.Bids.Select(Bid),
            Clauses = comparison.Clauses.Select(row => new
            {
                Requirement = row.Requirement.Id,
                row.Requirement.Statement,
                row.Requirement.Clause,
                Cells = row.Cells.Select(c => new { c.Verdict, c.Message, c.Exchange }),
            }),
            Progress = comparison.Progress.Select(p => new
            {
                Before = p.Before.Name,
                After = p.After.Name,
                Fixed = p.Fixed.Select(Name),
                Broken = p.Broken.Select(Name),
                Lost = p.Lost.Select(Name),
                New = p.New.Select(f => f.Requirement.Id),
            }),
        },
        JsonReport.Options);

    static object Bid(Bid bid) => new
    {
        bid.Name,
        bid.File,
        Evidence = bid.Standing.ToString().ToLowerInvariant(),
        bid.Remarks,
        bid.Meets,
        Endpoint = bid.Report?.Target.Endpoint.OriginalString,
        Started = bid.Report?.Started.ToUniversalTime(),
        Outcome = bid.Report is { } report ? ManifestWriter.Word(report.Outcome) : null,
        RequirementSet = bid.Report?.RequirementSet,
        ToolVersion = bid.Report?.ToolVersion,
        Report = bid.Page,
        Demands = (bid.Verdict?.Results ?? []).Select(r => new { Duty = r.Demand.Duty.Word(), r.Demand.Name, State = r.State.Word(), r.Why, r.Exchange }),
    };

    static string Name(Finding finding) => finding.Format is { } format ? $"{finding.Requirement.Id} {format.ToString().ToLowerInvariant()}" : finding.Requirement.Id;
}
