using Open311.Conformance.Findings;
using Open311.Conformance.Running;
using Open311.Conformance.Tests.Support;

namespace Open311.Conformance.Tests.Rules;

/// <summary>What the tests of single rules build on: a correct town, and what one spoiled thing in it sets off.</summary>
public abstract class TownTests
{
    /// <summary>A defect, and every violation that a whole run finds because of it: nothing less and nothing more.</summary>
    protected static TestCaseData Defect(string title, Action<SmallTown> spoil, params string[] violations) =>
        new TestCaseData(spoil, violations).SetArgDisplayNames(title);

    /// <summary>A situation, and the verdicts that some requirements get in it; nothing may be violated.</summary>
    protected static TestCaseData Situation(string title, Action<SmallTown> arrange, params string[] verdicts) =>
        new TestCaseData(arrange, verdicts).SetArgDisplayNames(title);

    protected static async Task TripsAsync(Action<SmallTown> spoil, string[] violations)
    {
        var town = new SmallTown();
        spoil(town);
        var report = await TownRun.JudgeAsync(town);
        report.Errors.Should().BeEmpty();
        TownRun.Violations(report).Should().BeEquivalentTo(violations, because: string.Join("\n", TownRun.Told(report)).Replace("{", "{{").Replace("}", "}}"));
    }

    protected static async Task StandsAsync(Action<SmallTown> arrange, string[] verdicts)
    {
        var town = new SmallTown();
        arrange(town);
        var report = await TownRun.JudgeAsync(town);
        report.Errors.Should().BeEmpty();
        TownRun.Violations(report).Should().BeEmpty(string.Join("\n", TownRun.Told(report)).Replace("{", "{{").Replace("}", "}}"));
        foreach (var verdict in verdicts)
            TownRun.On(report, verdict.Split(' ')[1]).Should().Contain(verdict);
    }
}
