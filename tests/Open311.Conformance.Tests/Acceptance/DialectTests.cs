using Open311.Conformance.Findings;
using Open311.Conformance.Running;
using Open311.Mock.Dialects;
using Open311.Mock.Serving;

namespace Open311.Conformance.Tests.Acceptance;

/// <summary>The suite finds in each dialect what its file says is wrong with it, all of it and nothing else.</summary>
[Parallelizable(ParallelScope.Children)]
public class DialectTests
{
    static readonly Lazy<DialectCatalog> dialects = new(DialectCatalog.Load);

    static IEnumerable<TestCaseData> All => dialects.Value.All.Select(d => new TestCaseData(d).SetArgDisplayNames(d.Id));

    [TestCaseSource(nameof(All))]
    public async Task A_dialect_breaks_exactly_what_its_file_says(Dialect dialect)
    {
        var (report, _) = await WritingRun.JudgeAsync(
            new CityServerOptions { Dialect = dialect.Id },
            target => target with
            {
                // Where discovery is missing nothing says that this is a test endpoint, so the operator does.
                Writes = target.Writes with { Production = true },
                Jurisdictions = dialect.Needs.Contains("jurisdiction") && target.Jurisdictions.Count == 0 ? ["portlinden.example"] : target.Jurisdictions,
            });

        report.Errors.Should().BeEmpty();
        var broken = dialect.Deviations.SelectMany(d => d.Requirements).ToHashSet();
        var strange = dialect.Deviations.SelectMany(d => d.Warns).ToHashSet();
        Ids(report, Verdict.Fail).Should().BeEquivalentTo(broken, "that is what fixtures/dialects/{0}.yaml says; found: {1}", dialect.Id, string.Join("\n", CityRun.Violations(report)));
        Ids(report, Verdict.Warn).Except(broken).Should().BeEquivalentTo(strange.Except(broken), "that is what fixtures/dialects/{0}.yaml says; found: {1}", dialect.Id, string.Join("\n", CityRun.Violations(report)));
    }

    [Test]
    public void Every_dialect_names_requirements_that_exist()
    {
        foreach (var deviation in dialects.Value.All.SelectMany(d => d.Deviations))
            deviation.Requirements.Concat(deviation.Warns).Where(id => CityRun.Catalog.Find(id) is null).Should().BeEmpty(deviation.Source);
    }

    static IEnumerable<string> Ids(RunReport report, Verdict verdict) =>
        report.Findings.Where(f => f.Verdict == verdict).Select(f => f.Requirement.Id).Distinct();
}
