using Open311.Conformance.Findings;
using Open311.Conformance.Profiles;
using Open311.Conformance.Requirements;
using Open311.Reporting.Comparison;
using Open311.Reporting.Tests.Samples;

namespace Open311.Reporting.Tests.Comparison;

/// <summary>Comparisons of bids that were never made.</summary>
static class Comparisons
{
    static readonly BuyerProfile profile = new(
        "rfp",
        "The tender of Port Linden",
        [new(Duty.Mandatory, true, "read-xml"), new(Duty.Recommended, true, "read-json"), new(Duty.Mandatory, false, "GR2-SVC-001")],
        [new("GR2-ENC-003", "Ada", "until the next release", new DateOnly(2026, 11, 1))]);

    /// <summary>One that conforms, one that does not, one whose evidence does not verify, and a later run of the second.</summary>
    public static BidComparison Mixed()
    {
        var judge = new ProfileJudge(RequirementCatalog.Load());
        Bid Of(string name, RunReport report, Standing standing, params string[] remarks) => new()
        {
            Name = name,
            File = $"{name}.zip",
            Standing = standing,
            Remarks = remarks,
            Report = report,
            Verdict = judge.Judge(profile, report),
            Page = standing == Standing.Verified ? $"{name}/report.html" : null,
        };
        var failing = Runs.OneFailure();
        var later = Runs.Named("conformant") with { Target = failing.Target, Started = failing.Started.AddDays(30), Finished = failing.Finished.AddDays(30) };
        return new(
            profile,
            [
                Of("good", Runs.Named("conformant") with { Target = failing.Target with { Endpoint = new Uri("https://other.example/v2") } }, Standing.Verified, "The bundle is not signed."),
                Of("bad", failing, Standing.Verified),
                Of("=1+1 <b>forged</b>", Hostile.Run(), Standing.Broken, "findings.json: It is not what the evidence gives."),
                Of("bad-later", later, Standing.Unproven),
            ],
            Sample.Started.AddDays(31),
            "0.1.0");
    }
}
