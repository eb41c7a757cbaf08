using Open311.Conformance.Findings;
using Open311.Mock.Cities;
using Open311.Mock.Variations;
using Open311.Reporting.Matrix;
using Open311.Selftest.Bench;

namespace Open311.Selftest.Trials;

/// <summary>One freedom on the bench.</summary>
internal sealed class VariationTrial(Variation variation, CorrectCities correct)
{
    public async Task<VariationRow> RunAsync(CityBench bench, CancellationToken cancellation)
    {
        var order = new BenchOrder { City = variation.City ?? City.DefaultName, Variation = variation.Id, LargeCity = variation.Needs.Contains("large-city"), AsksForCoding = variation.Needs.Contains("coding") };
        var report = await bench.JudgeAsync(order, cancellation);
        var proof = (await correct.AnswersAsync(order)).FirstDifferenceOf(report);
        return new VariationRow
        {
            Id = variation.Id,
            Title = variation.Title,
            Area = FixturePlace.Area(variation.Source),
            Lawful = variation.Lawful,
            Requirements = variation.Requirements,
            Warned = [.. report.Findings.Where(f => f.Verdict == Verdict.Warn && variation.Warns.Contains(f.Requirement.Id)).Select(f => f.Requirement.Id).Distinct()],
            Problems = [.. Problems(report), .. proof is null ? (string[])["No answer differs from that of the plain city."] : []],
            Proof = proof,
            Errors = report.Errors,
        };
    }

    IEnumerable<string> Problems(RunReport report)
    {
        foreach (var f in report.Findings.Where(f => f.Verdict == Verdict.Fail || (f.Verdict == Verdict.Warn && !variation.Warns.Contains(f.Requirement.Id))))
            yield return $"{f.Verdict.Word()} {f.Requirement.Id}{(f.Format is { } format ? $" in {format.ToString().ToUpperInvariant()}" : "")}: {f.Message}";
        foreach (var known in report.Classes.Where(c => c.Name is "discovery" or "read-xml" or "read-json"))
        {
            var due = variation.Withholds.Contains(known.Name) ? ClassState.NotTested : ClassState.Granted;
            if (known.State != due)
                yield return $"The class {known.Name} is {known.State}, expected {due}: {known.Why}";
        }
    }
}
