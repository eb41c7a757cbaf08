using Open311.Conformance.Findings;
using Open311.Conformance.Judging;
using Open311.Conformance.Preflight;
using Open311.Conformance.Running;
using Open311.Conformance.Targets;
using Open311.Conformance.Tests.Support;
using Open311.Protocol;

namespace Open311.Conformance.Tests.Running;

public sealed class FindingBuilderTests
{
    static readonly PreflightResult ready = new(PreflightState.Ready, "Ready.", null, []);

    readonly Dictionary<(string Requirement, DataFormat? Format), Tally> tallies = [];
    Target target = new() { Endpoint = new Uri("http://city.example/v2") };
    Survey? survey = SmallRegister.Survey();
    PreflightResult preflight = ready;
    string? incomplete;

    [SetUp]
    public void Afresh()
    {
        tallies.Clear();
        (target, survey, preflight, incomplete) = (new() { Endpoint = new Uri("http://city.example/v2") }, SmallRegister.Survey(), ready, null);
    }

    [TestCase("pass inconclusive skipped not-applicable", Verdict.Pass)]
    [TestCase("info pass", Verdict.Info)]
    [TestCase("warn info pass", Verdict.Warn)]
    [TestCase("fail warn info pass inconclusive", Verdict.Fail)]
    [TestCase("inconclusive skipped not-applicable", Verdict.Inconclusive)]
    [TestCase("skipped not-applicable", Verdict.Skipped)]
    [TestCase("not-applicable", Verdict.NotApplicable)]
    public void What_was_exercised_outranks_what_was_not_and_the_gravest_counts(string seen, Verdict told)
    {
        foreach (var word in seen.Split(' ').Reverse())
            See("GR2-REQS-001", Enum.GetValues<Verdict>().Single(v => v.Word() == word), null, word);

        var finding = Of("GR2-REQS-001").Should().ContainSingle().Which;
        finding.Verdict.Should().Be(told);
        finding.Message.Should().Be(told.Word());
        finding.Occurrences.Should().Be(1);
        finding.Observations.Should().Be(seen.Split(' ').Length);
        finding.Case.Should().Be("first-case");
    }

    [TestCase(Verdict.Fail, "Put it right.")]
    [TestCase(Verdict.Warn, "Put it right.")]
    [TestCase(Verdict.Info, null)]
    [TestCase(Verdict.Pass, null)]
    [TestCase(Verdict.Inconclusive, null)]
    public void Only_violations_are_to_be_put_right(Verdict verdict, string? fix)
    {
        See("GR2-REQS-001", verdict);
        Of("GR2-REQS-001").Single().Fix.Should().Be(fix);
    }

    [Test]
    public void Each_format_has_a_finding_of_its_own_what_has_none_first()
    {
        See("GR2-REQS-001", Verdict.Fail, DataFormat.Json);
        See("GR2-REQS-001", Verdict.Pass, DataFormat.Xml);
        See("GR2-REQS-001", Verdict.Pass);

        Of("GR2-REQS-001").Select(f => (f.Format, f.Verdict)).Should().Equal((null, Verdict.Pass), (DataFormat.Xml, Verdict.Pass), (DataFormat.Json, Verdict.Fail));
    }

    [Test]
    public void The_first_is_told_in_full_and_ten_more_are_listed()
    {
        for (var i = 1; i <= 14; i++)
            See("GR2-REQS-001", Verdict.Fail, null, $"{i}", exchange: $"k{i}");

        var finding = Of("GR2-REQS-001").Single();
        (finding.Message, finding.Exchange, finding.Expected, finding.Actual, finding.Pointer, finding.Line).Should().Be(("1", 1, "expected 1", "actual 1", "/1", 1));
        finding.Occurrences.Should().Be(14);
        finding.More.Select(m => (m.Message, m.Exchange)).Should().Equal(Enumerable.Range(2, 10).Select(i => ($"{i}", (int?)i)));
    }

    [Test]
    public void What_nobody_numbered_has_no_number()
    {
        See("GR2-REQS-001", Verdict.Fail, exchange: "unknown");
        See("GR2-REQS-002", Verdict.Fail);
        Of("GR2-REQS-001").Single().Exchange.Should().BeNull();
        Of("GR2-REQS-002").Single().Exchange.Should().BeNull();
    }

    [Test]
    public void Nothing_follows_from_itself()
    {
        See("GR2-REQS-001", Verdict.Fail, blockedBy: "GR2-REQS-001");
        See("GR2-REQS-002", Verdict.Fail, blockedBy: "GR2-REQS-001");
        Of("GR2-REQS-001").Single().BlockedBy.Should().BeNull();
        Of("GR2-REQS-002").Single().BlockedBy.Should().Be("GR2-REQS-001");
    }

    [Test]
    public void Every_requirement_has_a_finding_and_says_why_it_was_not_exercised()
    {
        Build().Select(f => f.Requirement.Id).Should().Equal(SmallRegister.Suite.Catalog.Requirements.Select(r => r.Id));
        Unseen("GR2-REQS-001", Verdict.Inconclusive, "Nothing in this run exercised it.");
        Unseen("GR2-REQS-009", Verdict.Skipped, "Not tested by this release: It takes a year.");
    }

    [Test]
    public void What_preflight_stopped_could_not_be_tested()
    {
        preflight = new(PreflightState.TimedOut, "It timed out.", null, []);
        incomplete = "Cut short.";
        Unseen("GR2-REQS-001", Verdict.Inconclusive, "Could not be tested: It timed out.");
    }

    [Test]
    public void What_the_end_of_the_run_cut_off_says_so()
    {
        incomplete = "Cut short.";
        Unseen("GR2-REQS-001", Verdict.Inconclusive, "The run ended before this could be exercised.");
    }

    [Test]
    public void What_is_about_requests_names_what_kept_the_list_from_being_read()
    {
        survey = SmallRegister.Survey() with { RequestsBlocker = new Blocker("GR2-HTTP-011", "requests.xml was answered 500") };
        Unseen("GR2-REQS-001", Verdict.Inconclusive, "Could not be exercised: requests.xml was answered 500.");
        Unseen("GR2-DEF-001", Verdict.Inconclusive, "Nothing in this run exercised it.");
        survey = null;
        Unseen("GR2-REQS-001", Verdict.Inconclusive, "Nothing in this run exercised it.");
    }

    [Test]
    public void What_was_not_asked_for_is_skipped_even_where_something_of_it_was_seen()
    {
        See("GR2-POST-001", Verdict.Fail);
        See("GR2-REQS-001", Verdict.Pass);
        target = target with { Classes = ["read-xml"] };
        Unseen("GR2-POST-001", Verdict.Skipped, "Not asked for in this run.");
        Of("GR2-REQS-001").Single().Verdict.Should().Be(Verdict.Pass);
    }

    [TestCase("GR2-REQS-001", "GR2-REQS-001")]
    [TestCase("first-case", "GR2-REQS-001 GR2-REQS-002")]
    [TestCase("second-*", "GR2-REQS-002")]
    [TestCase("gr2-reqs-00?", "GR2-REQS-001 GR2-REQS-002")]
    public void A_glob_takes_requirements_and_cases(string only, string judged)
    {
        See("GR2-REQS-001", Verdict.Pass);
        See("GR2-REQS-002", Verdict.Pass);
        target = target with { Only = [only] };
        Build().Where(f => f.Verdict == Verdict.Pass).Select(f => f.Requirement.Id).Should().Equal(judged.Split(' '));
    }

    void Unseen(string requirement, Verdict verdict, string message)
    {
        var finding = Of(requirement).Should().ContainSingle().Which;
        (finding.Verdict, finding.Message, finding.Occurrences, finding.Observations, finding.Case).Should().Be((verdict, message, 0, 0, null));
    }

    IEnumerable<Finding> Of(string requirement) => Build().Where(f => f.Requirement.Id == requirement);

    IReadOnlyList<Finding> Build() =>
        new FindingBuilder(SmallRegister.Suite, new Selection(target, SmallRegister.Suite.Catalog), survey, tallies, Enumerable.Range(1, 20).ToDictionary(i => $"k{i}"), preflight, incomplete).Build();

    void See(string requirement, Verdict verdict, DataFormat? format = null, string message = "Seen.", string? exchange = null, string? blockedBy = null)
    {
        if (!tallies.TryGetValue((requirement, format), out var tally))
            tallies.Add((requirement, format), tally = new());
        tally.Add(new Observation
        {
            Requirement = requirement,
            Verdict = verdict,
            Format = format,
            Case = "first-case",
            Message = message,
            Expected = $"expected {message}",
            Actual = $"actual {message}",
            ExchangeKey = exchange,
            Pointer = $"/{message}",
            Line = 1,
            BlockedBy = blockedBy,
        });
    }
}
