using System.Text.RegularExpressions;
using Open311.Conformance.Findings;
using Open311.Conformance.Running;
using Open311.Conformance.Tests.Support;

namespace Open311.Conformance.Tests.Rules;

public partial class CorrectTownTests
{
    static readonly string[] files = ["discovery.yaml", "services.yaml", "transport.yaml", "consistency.yaml", "errors.yaml"];

    [Test]
    public async Task Nothing_is_violated_in_a_correct_town()
    {
        var report = await TownRun.JudgeAsync(new SmallTown());

        report.Errors.Should().BeEmpty();
        TownRun.Violations(report).Should().BeEmpty();
    }

    [Test]
    public async Task A_correct_town_exercises_all_but_what_it_lacks()
    {
        var report = await TownRun.JudgeAsync(new SmallTown());

        var ours = Suite.Load().Cases.All.Where(c => files.Any(f => c.Source.Contains(f, StringComparison.Ordinal))).SelectMany(c => c.Requirements).ToHashSet();
        report.Findings.Where(f => ours.Contains(f.Requirement.Id) && f.Verdict is not (Verdict.Pass or Verdict.Info))
            .Select(f => $"{f.Verdict.Word()} {f.Requirement.Id}")
            .Distinct()
            .Should().BeEquivalentTo(
                "inconclusive SD-CON-005",
                "not-applicable SD-CON-003",
                "not-applicable SD-EP-010",
                "not-applicable GR2-HTTP-012",
                "not-applicable GR2-KEY-002");
    }

    [Test]
    public async Task No_more_than_a_hundred_questions_are_asked_by_these_cases()
    {
        var cases = Suite.Load().Cases.All.Where(c => files.Any(f => c.Source.Contains(f, StringComparison.Ordinal))).Select(c => c.Id).ToArray();
        var city = new SmallTown().Open();

        await TownRun.JudgeAsync(city, t => t with { Only = cases });

        city.Asked.Count.Should().BeLessThanOrEqualTo(115, "a hundred, and the survey's own");
    }
}
