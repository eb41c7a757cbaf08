using Open311.Conformance.Findings;
using Open311.Conformance.Requirements;
using Open311.Mock.Cities;
using Open311.Mock.Faults;
using Open311.Reporting.Matrix;
using Open311.Selftest.Bench;

namespace Open311.Selftest.Trials;

/// <summary>One defect on the bench.</summary>
internal sealed class FaultTrial(Fault fault, RequirementCatalog catalog, CorrectCities correct)
{
    readonly HashSet<string> named = [.. fault.Requirements, .. fault.Follows];

    public async Task<FaultRow> RunAsync(CityBench bench, CancellationToken cancellation)
    {
        var order = new BenchOrder
        {
            City = fault.City ?? City.DefaultName,
            Fault = fault.Id,
            LargeCity = fault.Needs.Contains("large-city"),
            Pauses = fault.Needs.Contains("time"),
            Writes = fault.Needs.Contains("writes") || fault.Requirements.Any(r => catalog[r].Writes),
            OnConnection = fault.OnConnection,
            KeyOnReads = fault.Needs.Contains("key"),
            NamesJurisdiction = fault.Needs.Contains("jurisdiction"),
        };
        var report = await bench.JudgeAsync(order, cancellation);
        var proof = (await correct.AnswersAsync(order)).FirstDifferenceOf(report);
        return new FaultRow
        {
            Id = fault.Id,
            Title = fault.Title,
            Area = FixturePlace.Area(fault.Source),
            Needs = fault.Needs,
            IsSubtle = fault.Subtle,
            Expected = fault.Requirements,
            Follows = fault.Follows,
            Fired = [.. Fired(report)],
            Unexpected = [.. report.Causes.Where(c => !c.Findings.Any(i => named.Contains(report.Findings[i].Requirement.Id))).Select(c => Unexpected(c, report))],
            Proof = proof,
            Errors = report.Errors,
        };
    }

    // Of what is only noted, no more than what had to be counts.
    IEnumerable<FiredRequirement> Fired(RunReport report) => Gravest(report.Findings
        .Where(f => f.Verdict is Verdict.Fail or Verdict.Warn || (f.Verdict == Verdict.Info && fault.Requirements.Contains(f.Requirement.Id))));

    static UnexpectedCause Unexpected(Cause cause, RunReport report) =>
        new(cause.Requirement, cause.Headline, [.. Gravest(cause.Findings.Select(i => report.Findings[i]))]);

    static IEnumerable<FiredRequirement> Gravest(IEnumerable<Finding> findings) =>
        findings.GroupBy(f => f.Requirement.Id).Select(g => new FiredRequirement(g.Key, g.Select(f => f.Verdict).MinBy(Rank)));

    static int Rank(Verdict verdict) => verdict switch
    {
        Verdict.Fail => 0,
        Verdict.Warn => 1,
        _ => 2,
    };
}
