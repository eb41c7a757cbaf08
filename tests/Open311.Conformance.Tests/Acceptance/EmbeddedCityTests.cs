using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Running;
using Open311.Mock.Serving;

namespace Open311.Conformance.Tests.Acceptance;

public class EmbeddedCityTests
{
    [Test]
    public async Task The_embedded_city_is_granted_all_three_classes_without_a_fail_or_a_warning()
    {
        var report = await CityRun.JudgeAsync(new CityServerOptions());

        report.Errors.Should().BeEmpty();
        CityRun.Violations(report).Should().BeEmpty();
        report.Classes.Where(c => c.Name is "discovery" or "read-xml" or "read-json").Should().OnlyContain(c => c.State == ClassState.Granted);
        report.Outcome.Should().Be(RunOutcome.Conformant);
    }

    [Test]
    public async Task Nearly_everything_is_exercised_on_the_embedded_city()
    {
        var report = await CityRun.JudgeAsync(new CityServerOptions());

        // What the default city cannot show: a list at the limit of 1,000, and a changeset over time.
        report.Findings.Where(f => f.Verdict == Verdict.Inconclusive).Select(f => f.Requirement.Id).Distinct()
            .Should().BeSubsetOf(["GR2-REQS-041", "GR2-REQS-042", "GR2-REQS-046", "SD-CON-005", "SD-URL-005", "SD-DOC-006"]);
    }

    [Test]
    public async Task A_class_of_recommendations_says_which_are_not_met()
    {
        var met = await CityRun.JudgeAsync(new CityServerOptions());
        var unmet = await CityRun.JudgeAsync(new CityServerOptions { Faults = ["personal-data"] });

        met.Classes.Single(c => c.Name == "quality").Why.Should().MatchRegex("^It has no must-requirement; all [1-9][0-9]* recommendations that could be exercised are met\\.$");
        unmet.Classes.Single(c => c.Name == "quality").Why.Should().MatchRegex("of [1-9][0-9]* recommendations that could be exercised 2 are not met: GR2-XML-004, GR2-CON-017\\.$");
    }

    [Test]
    public async Task The_same_exchanges_give_the_same_findings_again()
    {
        var first = await CityRun.JudgeAsync(new CityServerOptions());
        var replayed = await new ConformanceSuite().RunAsync(
            first.Target,
            first.Settings,
            new RecordedExchanges(first.Exchanges),
            new Microsoft.Extensions.Time.Testing.FakeTimeProvider(CityRun.Now));

        replayed.Findings.Select(Line).Should().Equal(first.Findings.Select(Line));
    }

    static string Line(Finding f) => $"{f.Requirement.Id} {f.Format} {f.Verdict} {f.Case} {f.Exchange} {f.Pointer} {f.Message}";

    [Test]
    public async Task A_class_that_nobody_offers_is_not_refused_because_another_is()
    {
        var report = await CityRun.JudgeAsync(new CityServerOptions { Faults = ["xml-root-requests"] });

        report.Classes.Single(c => c.Name == "read-xml").State.Should().Be(ClassState.Refused);
        string[] absent = ["ext-paging", "ext-media", "ext-updates", "ext-citysdk", "v21-draft"];
        report.Classes.Where(c => absent.Contains(c.Name)).Should().HaveCount(absent.Length).And.OnlyContain(c => c.State == ClassState.NotTested);
    }
}
