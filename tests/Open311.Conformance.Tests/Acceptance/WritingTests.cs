using Microsoft.Extensions.Time.Testing;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Posting;
using Open311.Conformance.Requirements;
using Open311.Conformance.Running;
using Open311.Conformance.Targets;
using Open311.Mock.Cities;
using Open311.Mock.Running;
using Open311.Mock.Serving;

namespace Open311.Conformance.Tests.Acceptance;

[Parallelizable(ParallelScope.Children)]
public class WritingTests
{
    static readonly string[] writing = ["write", "batch"];

    [Test]
    public async Task The_embedded_city_is_granted_writing_and_tokens_too()
    {
        var (report, _) = await WritingRun.JudgeAsync(new CityServerOptions());

        report.Errors.Should().BeEmpty();
        CityRun.Violations(report, Verdict.Fail).Should().BeEmpty();
        report.Classes.Where(c => writing.Contains(c.Name)).Should().OnlyContain(c => c.State == ClassState.Granted && c.Inconclusive.Count == 0);
        report.Created.Should().HaveCountGreaterThan(30).And.OnlyContain(c => c.State == PostState.Created || c.State == PostState.Refused);
        report.Created.Where(c => c.State == PostState.Created && c.ServiceCode != "dog-fouling").Should().OnlyContain(c => c.ServiceRequestId != null);
    }

    [Test]
    public async Task Two_jurisdictions_are_kept_apart()
    {
        var (report, _) = await WritingRun.JudgeAsync(new CityServerOptions { City = City.Load("two-rivers") });

        report.Errors.Should().BeEmpty();
        CityRun.Violations(report, Verdict.Fail).Should().BeEmpty();
        report.Classes.Single(c => c.Name == "multi-jurisdiction").Should().Match<ClassResult>(c => c.State == ClassState.Granted && c.Inconclusive.Count == 0);
    }

    static IEnumerable<TestCaseData> Editions =>
        from mode in Enum.GetValues<CityMode>()
        from type in Enum.GetValues<ServiceTypeMode>()
        from json in (bool[])[true, false]
        select new TestCaseData(mode, type, json).SetArgDisplayNames($"{mode}", $"{type}", json ? "xml and json" : "xml");

    [TestCaseSource(nameof(Editions))]
    public async Task Every_edition_of_a_city_is_granted_all_that_applies_to_it(CityMode mode, ServiceTypeMode type, bool json)
    {
        var options = new CityServerOptions { City = City.Load(mode == CityMode.Multi ? "two-rivers" : "port-linden"), Mode = mode, Types = type, Json = json };
        var (report, _) = await WritingRun.JudgeAsync(options);

        List<string> due = ["discovery", "read-xml", "write"];
        if (json)
            due.Add("read-json");
        if (mode == CityMode.Multi)
            due.Add("multi-jurisdiction");
        if (type == ServiceTypeMode.Batch || (type == ServiceTypeMode.Mixed && mode == CityMode.Single))
            due.Add("batch");
        report.Errors.Should().BeEmpty();
        CityRun.Violations(report).Should().BeEmpty();
        report.Classes.Where(c => c.State == ClassState.Granted).Select(c => c.Name).Should().Contain(due);
        report.Outcome.Should().Be(RunOutcome.Conformant);
    }

    [TestCase("no-metadata")]
    [TestCase("one-service")]
    [TestCase("codes-with-commas")]
    [TestCase("date-line")]
    public async Task Posting_to_a_city_that_takes_a_freedom_breaks_nothing(string variation)
    {
        var (report, _) = await WritingRun.JudgeAsync(new CityServerOptions { Variations = [variation] });

        report.Errors.Should().BeEmpty();
        CityRun.Violations(report).Should().BeEmpty();
    }

    [Test]
    public async Task Where_only_some_services_are_blackbox_a_report_must_be_read_back()
    {
        var (report, _) = await WritingRun.JudgeAsync(new CityServerOptions(), t => t with { Writes = t.Writes with { ServiceCodes = ["dog-fouling"] }, Classes = writing });

        report.Classes.Single(c => c.Name == "write").Should().Match<ClassResult>(c => c.State == ClassState.NotTested && c.Why.Contains("Reading a report back"));
    }

    [Test]
    public async Task The_same_exchanges_give_the_same_findings_again_with_posts_and_polls_among_them()
    {
        var (first, _) = await WritingRun.JudgeAsync(new CityServerOptions(), t => t with { Classes = writing });
        var replayed = await new ConformanceSuite().RunAsync(first.Target, first.Settings, new RecordedExchanges(first.Exchanges), new FakeTimeProvider(first.Started));

        replayed.Findings.Select(Line).Should().Equal(first.Findings.Select(Line));
        replayed.Created.Select(c => (c.Mark, c.ServiceRequestId, c.Token)).Should().Equal(first.Created.Select(c => (c.Mark, c.ServiceRequestId, c.Token)));
    }

    [Test]
    public async Task Without_consent_nothing_is_posted_and_what_needs_it_says_so()
    {
        var (report, wire) = await WritingRun.JudgeAsync(new CityServerOptions(), t => t with { Writes = new() });

        wire.Sent.Select(r => r.Method).Distinct().Should().BeSubsetOf(["GET", "HEAD", "QUESTION"]);
        report.Findings.Where(f => f.Requirement.Id == "GR2-POST-001").Should().OnlyContain(f => f.Verdict == Verdict.Skipped && f.Message.Contains("--allow-writes"));
        report.Outcome.Should().Be(RunOutcome.Conformant);
    }

    [Test]
    public async Task Without_a_key_nothing_is_posted()
    {
        var (report, wire) = await WritingRun.JudgeAsync(new CityServerOptions(), t => t with { ApiKey = null });

        wire.Posts.Should().BeEmpty();
        report.Findings.Where(f => f.Requirement.Id == "GR2-POST-001").Should().OnlyContain(f => f.Verdict == Verdict.Skipped && f.Message.Contains("API key"));
        report.Outcome.Should().Be(RunOutcome.CouldNotTest, "who consents to posting wants to know how it went");
    }

    [TestCase("production")]
    [TestCase(null)]
    public async Task Nothing_is_posted_to_what_is_not_a_test_endpoint(string? type)
    {
        var city = City.Load("port-linden");
        var options = new CityServerOptions { City = city with { Discovery = city.Discovery with { Type = type ?? "production" } } };
        var (report, wire) = await WritingRun.JudgeAsync(options, t => type is null ? t with { Discovery = new Uri(t.Endpoint, "/nowhere/discovery") } : t);

        wire.Posts.Should().BeEmpty();
        report.Findings.Where(f => f.Requirement.Id == "GR2-POST-001").Should().OnlyContain(f => f.Message.Contains("--production"));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(7)]
    [TestCase(40)]
    public async Task The_budget_is_never_exceeded_and_the_most_telling_go_first(int budget)
    {
        var (report, wire) = await WritingRun.JudgeAsync(new CityServerOptions(), t => t with { Writes = t.Writes with { MaxPosts = budget }, Classes = writing });

        wire.Posts.Should().HaveCount(budget);
        report.Created.Should().HaveCount(budget);
        CityRun.Violations(report, Verdict.Fail).Should().BeEmpty();
        report.Findings.Should().Contain(f => f.Verdict == Verdict.Skipped && f.Message.Contains("--max-posts"));
        if (budget == WriteOptions.UsualBudget)
            report.Findings.Where(f => f.Requirement.Level == Level.Must && f.Message.Contains("--max-posts")).Select(f => f.Requirement.Id).Should().BeEmpty("every must fits into the usual budget");
    }

    [Test]
    public async Task A_dry_run_sends_no_post_and_tells_them_all()
    {
        var (report, wire) = await WritingRun.JudgeAsync(new CityServerOptions(), t => t with { Writes = t.Writes with { DryRun = true, Allowed = false }, ApiKey = null });

        wire.Posts.Should().BeEmpty();
        report.Planned.Should().HaveCountGreaterThan(40);
        report.Created.Should().BeEmpty();
        report.Errors.Should().BeEmpty();
    }

    [Test]
    public async Task Only_the_services_that_the_operator_allows_are_reported_to()
    {
        var (report, _) = await WritingRun.JudgeAsync(new CityServerOptions(), t => t with { Writes = t.Writes with { ServiceCodes = ["006"] }, Classes = writing });

        report.Created.Where(c => c.State == PostState.Created).Should().OnlyContain(c => c.ServiceCode == "006");
        CityRun.Violations(report, Verdict.Fail).Should().BeEmpty();
        report.Findings.Where(f => f.Requirement.Id == "GR2-POST-005").Should().OnlyContain(f => f.Message.Contains("--service-code"));
    }

    [Test]
    public async Task Every_post_is_written_down_before_it_is_sent()
    {
        var journal = new Remembered();
        var (report, wire) = await WritingRun.JudgeAsync(new CityServerOptions(), t => t with { Classes = writing }, journal);

        journal.Sent.Should().HaveCount(wire.Posts.Count).And.OnlyContain(r => r.State == PostState.Sending);
        journal.Answers.Select(r => r.Number).Distinct().Should().HaveCount(report.Created.Count);
    }

    [Test]
    public async Task What_cannot_be_written_down_is_not_posted()
    {
        var (report, wire) = await WritingRun.JudgeAsync(new CityServerOptions(), t => t with { Classes = writing }, new Remembered { Full = true });

        wire.Posts.Should().BeEmpty();
        report.Errors.Should().NotBeEmpty();
    }

    [Test]
    public async Task A_stopped_run_knows_what_it_created()
    {
        using var stop = new CancellationTokenSource();
        var journal = new Remembered { After = n => { if (n == 5) stop.Cancel(); } };
        var (report, wire) = await WritingRun.JudgeAsync(new CityServerOptions(), t => t with { Classes = writing }, journal, stop.Token);

        report.Incomplete.Should().NotBeNull();
        report.Created.Should().HaveCount(wire.Posts.Count).And.NotContain(c => c.State == PostState.Sending);
    }

    static string Line(Finding f) => $"{f.Requirement.Id} {f.Format} {f.Verdict} {f.Case} {f.Exchange} {f.Pointer} {f.Message}";

    sealed class Remembered : IPostJournal
    {
        public List<CreatedRecord> Sent { get; } = [];

        public List<CreatedRecord> Answers { get; } = [];

        public bool Full { get; init; }

        public Action<int> After { get; init; } = _ => { };

        public void Sending(CreatedRecord record)
        {
            if (Full)
                throw new IOException("No space left on device.");
            Sent.Add(record);
            After(Sent.Count);
        }

        public void Answered(CreatedRecord record) => Answers.Add(record);
    }

    [Test]
    public async Task A_key_that_the_city_does_not_know_violates_nothing()
    {
        var (report, _) = await WritingRun.JudgeAsync(new CityServerOptions(), target => target with { ApiKey = "not-a-key-of-this-city" });

        CityRun.Violations(report).Should().BeEmpty("whoever refuses an unknown key is right, whatever else is wrong with a report");
        report.Findings.Should().Contain(f => f.Requirement.Id == "GR2-POST-014" && f.Verdict == Verdict.Inconclusive);
    }
}
