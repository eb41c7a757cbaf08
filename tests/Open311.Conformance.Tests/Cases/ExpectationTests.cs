using Microsoft.Extensions.Time.Testing;
using Open311.Conformance.Cases;
using Open311.Conformance.Findings;
using Open311.Conformance.Fixtures;
using Open311.Conformance.Running;
using Open311.Conformance.Targets;
using Open311.Conformance.Tests.Support;
using Open311.Protocol;
using VerifyNUnit;

namespace Open311.Conformance.Tests.Cases;

/// <summary>Each word of <c>expect</c> on an answer that meets it and on others that do not.</summary>
public sealed class ExpectationTests
{
    const string Requirement = "GR2-REQS-027";

    static readonly Suite suite = Suite.Load();

    [TestCase("200", 200, Verdict.Pass)]
    [TestCase("2xx", 200, Verdict.Pass)]
    [TestCase("404", 200, Verdict.Fail)]
    [TestCase("{ pass: [404], warn: [200] }", 200, Verdict.Warn)]
    [TestCase("{ pass: [404], info: [200] }", 200, Verdict.Info)]
    [TestCase("{ pass: [404], fail: [200] }", 200, Verdict.Fail)]
    [TestCase("{ pass: [404], warn: [2xx] }", 200, Verdict.Warn)]
    [TestCase("{ pass: [200], warn: [2xx] }", 200, Verdict.Pass)]
    [TestCase("400", 404, Verdict.Fail)]
    [TestCase("4xx", 404, Verdict.Pass)]
    public async Task Status(string expected, int answered, Verdict verdict)
    {
        var finding = await JudgeAsync($"status: {expected}", q => answered == 200 ? null : ScriptedAnswer.Error(answered, q.Format, "No."), send: "{ line: GET requests.xml?note=1, purpose: open }");
        finding.Verdict.Should().Be(verdict);
        if (verdict is Verdict.Fail)
            finding.Message.Should().Contain($"is answered {answered}");
    }

    [TestCase(201, "200", "GR2-HTTP-006")]
    [TestCase(201, "404", null)]
    [TestCase(403, "404", "GR2-KEY-001")]
    [TestCase(401, "404", "GR2-KEY-001")]
    [TestCase(422, "400", "GR2-ERR-010")]
    [TestCase(404, "400", null)]
    [TestCase(422, "404", null)]
    [TestCase(400, "404", null)]
    public async Task Status_that_is_told_elsewhere_follows_from_it(int answered, string expected, string? root)
    {
        var finding = await JudgeAsync(
            $"status: {expected}",
            q => answered < 300 ? ScriptedAnswer.Text(answered, "text/xml", "<service_requests/>") : ScriptedAnswer.Error(answered, q.Format, "No."),
            send: "{ line: GET requests.xml?note=1, purpose: open }");
        (finding.Verdict, finding.BlockedBy).Should().Be((Verdict.Fail, root));
    }

    [Test]
    public async Task Errors_sent_as_success_are_told_once()
    {
        var finding = await JudgeAsync("status: 404", q => ScriptedAnswer.Error(404, q.Format, "No.") with { Status = 200 }, send: "{ line: GET requests.xml?note=1, purpose: open }");
        (finding.Verdict, finding.BlockedBy).Should().Be((Verdict.Fail, "GR2-ERR-001"));
    }

    [TestCase(401)]
    [TestCase(403)]
    public async Task A_read_that_needs_a_key_is_not_held_against_what_was_asked(int status)
    {
        var finding = await JudgeAsync("status: 200", q => ScriptedAnswer.Error(status, q.Format, "No."));
        (finding.Verdict, finding.BlockedBy).Should().Be((Verdict.Inconclusive, "GR2-KEY-001"));
    }

    [TestCase("{ field: status, in: [open] }", "status=open", Verdict.Pass)]
    [TestCase("{ field: status, in: [open, closed] }", "note=1", Verdict.Pass)]
    [TestCase("{ field: status, in: [open] }", "note=1", Verdict.Fail)]
    [TestCase("{ field: nothing, in: [open] }", "note=1", Verdict.Fail)]
    [TestCase("{ field: status, in: [open] }", "service_code=unknown", Verdict.Inconclusive)]
    public async Task Every(string every, string query, Verdict verdict) =>
        (await JudgeAsync($"every: {every}", send: $"GET requests.xml?{query}")).Verdict.Should().Be(verdict);

    [TestCase("[\"1100\"]", Verdict.Pass)]
    [TestCase("[\"1100\", \"1099\"]", Verdict.Pass)]
    [TestCase("[\"01100\"]", Verdict.Pass)]
    [TestCase("[\"1100\", \"1\"]", Verdict.Fail)]
    public async Task Includes(string ids, Verdict verdict) =>
        (await JudgeAsync($"includes: {{ field: service_request_id, in: {ids} }}")).Verdict.Should().Be(verdict);

    [Test]
    public async Task Includes_names_what_is_missing() =>
        (await JudgeAsync("includes: { field: service_request_id, in: [\"1100\", \"1\", \"2\"] }")).Message.Should().Be("GET requests.xml does not give the item whose service_request_id is \"1\".");

    [TestCase("count: 1", "service_request_id=1100", Verdict.Pass)]
    [TestCase("count: 2", "service_request_id=1100", Verdict.Fail)]
    [TestCase("count: 1", "service_request_id=1100,1099", Verdict.Fail)]
    [TestCase("not-empty: true", "service_request_id=1100", Verdict.Pass)]
    [TestCase("not-empty: true", "service_request_id=1", Verdict.Fail)]
    [TestCase("empty-list: true", "service_request_id=1", Verdict.Pass)]
    [TestCase("empty-list: true", "service_request_id=1100", Verdict.Fail)]
    [TestCase("refused-or-empty: [404]", "service_request_id=1", Verdict.Pass)]
    [TestCase("refused-or-empty: [404]", "service_request_id=1100", Verdict.Fail)]
    [TestCase("document: true", "service_request_id=1100", Verdict.Pass)]
    public async Task Items(string expected, string query, Verdict verdict) =>
        (await JudgeAsync(expected, send: $"GET requests.xml?{query}")).Verdict.Should().Be(verdict);

    [TestCase(404, Verdict.Pass)]
    [TestCase(400, Verdict.Fail)]
    public async Task Refused_or_empty_takes_the_refusals_it_names(int status, Verdict verdict) =>
        (await JudgeAsync("refused-or-empty: [404]", q => ScriptedAnswer.Error(status, q.Format, "No."), send: "{ line: GET requests.xml?note=1, purpose: open }")).Verdict.Should().Be(verdict);

    [Test]
    public async Task What_is_no_document_of_its_resource_is_not_compared()
    {
        var finding = await JudgeAsync("count: 1", _ => ScriptedAnswer.Text(200, "text/xml", "<weather/>"));
        (finding.Verdict, finding.BlockedBy).Should().Be((Verdict.Inconclusive, "GR2-XML-002"));
        finding = await JudgeAsync("count: 1", _ => ScriptedAnswer.Text(200, "application/json", "7"), send: "GET requests.json?note=1");
        (finding.Verdict, finding.BlockedBy).Should().Be((Verdict.Inconclusive, "GR2-JSON-002"));
        finding = await JudgeAsync("count: 1", _ => ScriptedAnswer.Text(200, "text/xml", "<service_requests>"));
        (finding.Verdict, finding.BlockedBy).Should().Be((Verdict.Inconclusive, "GR2-XML-001"));
        finding = await JudgeAsync("count: 1", _ => ScriptedAnswer.Text(500, "text/xml", ""));
        (finding.Verdict, finding.BlockedBy).Should().Be((Verdict.Inconclusive, "GR2-HTTP-011"));
    }

    [TestCase("The argument status is unknown.", Verdict.Pass, null)]
    [TestCase("The STATUS cannot be read.", Verdict.Pass, null)]
    [TestCase("It cannot be read.", Verdict.Fail, null)]
    [TestCase("", Verdict.Fail, "GR2-ERR-006")]
    public async Task Names(string description, Verdict verdict, string? root)
    {
        var finding = await JudgeAsync("names: status", q => ScriptedAnswer.Error(400, q.Format, description));
        (finding.Verdict, finding.BlockedBy).Should().Be((verdict, root));
    }

    [TestCase("The service code is missing.", Verdict.Pass)]
    [TestCase("The servicecode is missing.", Verdict.Pass)]
    [TestCase("The service is missing.", Verdict.Fail)]
    public async Task Names_as_people_write_them(string description, Verdict verdict) =>
        (await JudgeAsync("names: service_code", q => ScriptedAnswer.Error(400, q.Format, description))).Verdict.Should().Be(verdict);

    [Test]
    public async Task Names_is_asked_of_refusals_that_hold_an_error_only()
    {
        (await JudgeAsync("names: status")).Verdict.Should().Be(Verdict.Inconclusive);
        Told(await JudgeAsync("names: status", _ => ScriptedAnswer.Text(400, "text/html", "<!DOCTYPE html><html>status</html>"))).Should().Be((Verdict.Inconclusive, "GR2-ERR-007"));
        Told(await JudgeAsync("names: status", _ => ScriptedAnswer.Text(400, "text/xml", ""))).Should().Be((Verdict.Inconclusive, "GR2-ERR-007"));
        Told(await JudgeAsync("names: status", _ => ScriptedAnswer.Text(400, "text/xml", "<problem>status</problem>"))).Should().Be((Verdict.Inconclusive, "GR2-ERR-002"));
        Told(await JudgeAsync("names: status", _ => ScriptedAnswer.Text(400, "application/json", "7"), send: "GET requests.json?note=1")).Should().Be((Verdict.Inconclusive, "GR2-ERR-003"));
        Told(await JudgeAsync("names: status", q => ScriptedAnswer.Error(403, q.Format, "No."))).Should().Be((Verdict.Fail, "GR2-KEY-001"));
    }

    [TestCase(200, Verdict.Pass)]
    [TestCase(404, Verdict.Fail)]
    [TestCase(500, Verdict.Inconclusive)]
    public async Task Same_status_as(int other, Verdict verdict)
    {
        var finding = await JudgeAsync("same-status-as: GET requests.xml?note=2", q => q["note"] == "2" && other != 200 ? ScriptedAnswer.Error(other, q.Format, "No.") : null);
        finding.Verdict.Should().Be(verdict);
        if (verdict == Verdict.Fail)
            finding.Message.Should().Be("GET requests.xml?note=1 is answered 200, but GET requests.xml?note=2 404.");
    }

    [TestCase("note=2", Verdict.Pass)]
    [TestCase("status=open", Verdict.Fail)]
    public async Task Same_items_as(string other, Verdict verdict) =>
        (await JudgeAsync($"same-items-as: GET requests.xml?{other}")).Verdict.Should().Be(verdict);

    [Test]
    public async Task Same_items_as_tells_how_many_are_missing_and_added()
    {
        var finding = await JudgeAsync("same-items-as: GET requests.xml?service_request_id=1100,1099,1", send: "GET requests.xml?service_request_id=1100,1098,1097");
        finding.Message.Should().Be("GET requests.xml?service_request_id=1100,1098,1097 gives 3 items, GET requests.xml?service_request_id=1100,1099,1 2: 1 are missing and 2 added.");
        finding.Actual.Should().Be("1 missing, 2 added");
    }

    [Test]
    public async Task Data_that_changes_in_between_is_not_held_against_anybody()
    {
        var asked = 0;
        (await JudgeAsync("same-items-as: GET requests.xml?note=2", q => q["note"] is null ? null : One($"{++asked}"))).Verdict.Should().Be(Verdict.Inconclusive);

        // A report came in between the two questions, both times that the case is tried.
        asked = 0;
        (await JudgeAsync("same-items-as: GET requests.xml?note=2", q => q["note"] is null ? null : One($"{++asked - (asked % 4 == 0 ? 1 : 0)}"))).Verdict.Should().Be(Verdict.Pass);
    }

    [Test]
    public async Task One_list_that_changes_is_enough_to_compare_nothing()
    {
        var asked = 0;
        var finding = await JudgeAsync("same-items-as: GET requests.xml?note=2", q => q["note"] is null ? null : One(q["note"] == "2" ? $"{++asked}" : "0"));
        (finding.Verdict, finding.Message).Should().Be((Verdict.Inconclusive, "GET requests.xml?note=2 gives other items each time, so nothing can be compared."));
        asked = 0;
        finding = await JudgeAsync("same-items-as: GET requests.xml?note=2", q => q["note"] is null ? null : One(q["note"] == "1" ? $"{++asked}" : "0"));
        finding.Verdict.Should().Be(Verdict.Inconclusive);
    }

    [Test]
    public async Task A_list_that_cannot_be_read_is_compared_with_none()
    {
        var finding = await JudgeAsync("same-items-as: GET requests.xml?note=2", q => q["note"] == "2" ? ScriptedAnswer.Text(200, "text/xml", "<weather/>") : null);
        (finding.Verdict, finding.Message).Should().Be((Verdict.Inconclusive, "Could not be exercised: GET requests.xml?note=2 is no document of its resource."));
    }

    [Test]
    public async Task Services_are_the_same_by_their_codes()
    {
        (await JudgeAsync("same-items-as: GET services.xml?note=2", q => Service(q["note"] == "1" ? "001" : "002"), send: "GET services.xml?note=1")).Verdict.Should().Be(Verdict.Fail);
        (await JudgeAsync("same-items-as: GET services.xml?note=2", _ => Service("001"), send: "GET services.xml?note=1")).Verdict.Should().Be(Verdict.Pass);

        static ScriptedAnswer Service(string code) => ScriptedAnswer.Text(200, "text/xml", $"<services><service><service_code>{code}</service_code></service></services>");
    }

    [TestCase("requests.xml?lost=1", "GR2-HTTP-009")]
    [TestCase("moved/requests.xml?note=1", null)]
    public async Task A_redirect_that_loses_the_question_is_the_cause_of_what_follows(string to, string? root)
    {
        var finding = await JudgeAsync("count: 99", q => q.Path.StartsWith("moved", StringComparison.Ordinal) ? One("1") : ScriptedAnswer.Text(302, "text/plain", "") with { Headers = [new("Location", $"http://city.example/open311/v2/{to}")] });
        Told(finding).Should().Be((Verdict.Fail, root));
    }

    [TestCase("same-status-as: GET requests.xml?note=2", "GR2-ERR-001")]
    [TestCase("same-status-as: GET requests.xml?note=2\n      follows: GR2-REQS-001", "GR2-REQS-001")]
    public async Task Errors_sent_as_success_are_the_cause_where_the_case_names_no_other(string expectation, string root) =>
        Told(await JudgeAsync(expectation, q => ScriptedAnswer.Error(404, q.Format, "No.") with { Status = q["note"] == "1" ? 200 : 404 })).Should().Be((Verdict.Fail, root));

    [Test]
    public async Task What_the_status_itself_shows_goes_before_what_the_case_names() =>
        Told(await JudgeAsync("status: 200\n      follows: GR2-REQS-001", _ => ScriptedAnswer.Text(201, "text/xml", "<service_requests/>"))).Should().Be((Verdict.Fail, "GR2-HTTP-006"));

    [Test]
    public async Task A_format_in_which_nothing_of_the_kind_is_served_is_not_held_against_the_question()
    {
        static ScriptedAnswer? NoJson(ScriptedQuestion q) => q.Path == "requests.json" ? ScriptedAnswer.Error(404, q.Format, "No.") : null;
        var finding = await JudgeAsync("status: 200", send: "GET requests.json?note=1", always: NoJson);
        (finding.Verdict, finding.BlockedBy, finding.Message).Should().Be((Verdict.Inconclusive, "GR2-HTTP-003", "Could not be exercised: GET requests.json?note=1 is answered 404, as is all of its kind in this format."));

        // What is met is met, whatever else is refused; and a refusal of this question alone is a failure.
        (await JudgeAsync("status: 404", send: "GET requests.json?note=1", always: NoJson)).Verdict.Should().Be(Verdict.Pass);
        (await JudgeAsync("status: 200", q => ScriptedAnswer.Error(404, q.Format, "No."), send: "GET requests.json?note=1")).Verdict.Should().Be(Verdict.Fail);
    }

    [Test]
    public async Task One_description_among_errors_is_enough_to_have_named_nothing()
    {
        const string Two = "<errors><error><code>400</code><description/></error><error><code>400</code><description>No.</description></error></errors>";
        Told(await JudgeAsync("names: status", _ => ScriptedAnswer.Text(400, "text/xml", Two))).Should().Be((Verdict.Fail, null));
    }

    [Test]
    public async Task A_read_that_needs_a_key_is_held_against_the_key_alone()
    {
        var finding = await JudgeAsync("status: 403\n      decisive: false", q => ScriptedAnswer.Error(403, q.Format, "No."), more: "    - status: 200\n      requirement: GR2-KEY-001\n", also: ", GR2-KEY-001", look: "GR2-KEY-001");
        finding.Verdict.Should().Be(Verdict.Fail);
        finding = await JudgeAsync("status: 200", q => ScriptedAnswer.Error(403, q.Format, "No."));
        finding.Message.Should().Be("Could not be exercised: GET requests.xml?note=1 is answered 403.");
    }

    [Test]
    public async Task The_first_that_is_not_met_decides_unless_it_is_not_decisive()
    {
        (await JudgeAsync("status: 404", more: "    - status: 200\n      requirement: GR2-REQS-001\n", also: ", GR2-REQS-001", look: "GR2-REQS-001")).Verdict.Should().Be(Verdict.Inconclusive);
        (await JudgeAsync("status: 404\n      decisive: false", more: "    - status: 200\n      requirement: GR2-REQS-001\n", also: ", GR2-REQS-001", look: "GR2-REQS-001")).Verdict.Should().Be(Verdict.Pass);
    }

    [TestCase("count: 1", 500, "")]
    [TestCase("count: 1", 200, "<weather/>")]
    [TestCase("count: 1", 200, "<service_requests>")]
    [TestCase("count: 1", 200, "<service_requests/>")]
    [TestCase("not-empty: true", 200, "<service_requests/>")]
    [TestCase("every: { field: status, in: [open] }", 200, "<service_requests/>")]
    [TestCase("includes: { field: service_request_id, in: [\"1\"] }", 200, "<service_requests/>")]
    [TestCase("same-items-as: GET requests.xml?note=2", 200, "<weather/>")]
    [TestCase("same-status-as: GET requests.xml", 404, "<errors><error><code>404</code><description>No.</description></error></errors>")]
    [TestCase("status: 200", 404, "<errors><error><code>404</code><description>No.</description></error></errors>")]
    [TestCase("status: 200", 403, "<errors><error><code>403</code><description>No.</description></error></errors>")]
    [TestCase("status: { pass: [404], warn: [200] }", 200, "<service_requests/>")]
    [TestCase("names: status", 200, "<service_requests/>")]
    [TestCase("names: status", 400, "")]
    [TestCase("names: status", 400, "<problem>status</problem>")]
    [TestCase("names: status", 400, "<errors><error><code>400</code><description>No.</description></error></errors>")]
    public async Task What_is_not_met_ends_the_case(string expectation, int status, string body)
    {
        var finding = await JudgeAsync(expectation, _ => ScriptedAnswer.Text(status, "text/xml; charset=utf-8", body), more: "    - status: { pass: [200, 400, 403, 404] }\n      requirement: GR2-REQS-001\n", also: ", GR2-REQS-001", look: "GR2-REQS-001");
        (finding.Verdict, finding.Observations).Should().Be((Verdict.Inconclusive, 0));
    }

    [TestCase("count: 0", 200, "<service_requests/>")]
    [TestCase("same-status-as: GET requests.xml?note=2", 200, "<service_requests/>")]
    [TestCase("same-items-as: GET requests.xml?note=2", 200, "<service_requests/>")]
    [TestCase("status: { pass: [404], info: [200] }", 200, "<service_requests/>")]
    [TestCase("document: true", 200, "<service_requests/>")]
    [TestCase("names: status", 400, "<errors><error><code>400</code><description>The status is unknown.</description></error></errors>")]
    public async Task What_is_met_lets_the_case_go_on(string expectation, int status, string body)
    {
        var finding = await JudgeAsync(expectation, _ => ScriptedAnswer.Text(status, "text/xml; charset=utf-8", body), more: "    - status: { pass: [200, 400] }\n      requirement: GR2-REQS-001\n", also: ", GR2-REQS-001", look: "GR2-REQS-001");
        finding.Verdict.Should().Be(Verdict.Pass);
    }

    [Test]
    public async Task What_is_otherwise_and_follows_is_said_by_the_case()
    {
        var finding = await JudgeAsync("count: 99\n      otherwise: warn\n      follows: GR2-REQS-001");
        (finding.Verdict, finding.BlockedBy).Should().Be((Verdict.Warn, "GR2-REQS-001"));
    }

    [Test]
    public async Task What_is_said_stays_as_it_was_approved()
    {
        const string Refused = "<errors><error><code>404</code><description>No.</description></error></errors>";
        (string Expectation, int Status, string Body)[] tried =
        [
            ("status: 200", 200, "<service_requests/>"), ("status: 200", 404, Refused), ("status: 200", 403, Refused), ("status: { pass: [404], warn: [200] }", 200, "<service_requests/>"), ("status: 404", 200, Refused),
            ("status: { pass: [404], warn: [200] }", 200, Refused), ("status: 404", 300, ""), ("status: 200", 300, ""), ("status: 400", 404, Refused), ("status: 400", 499, Refused), ("status: 404", 200, "<service_requests/>"), ("status: 200", 500, ""), ("status: 200", 201, "<service_requests/>"),
            ("count: 1", 200, "<service_requests/>"), ("count: 0", 200, "<service_requests/>"), ("count: 0", 200, "<service_requests><request><service_request_id>1</service_request_id></request></service_requests>"), ("count: 1", 200, "<weather/>"), ("count: 1", 200, "<service_requests>"),
            ("not-empty: true", 200, "<service_requests/>"), ("empty-list: true", 200, "<service_requests><request/></service_requests>"), ("document: true", 200, "<service_requests/>"), ("refused-or-empty: [404]", 400, Refused),
            ("every: { field: status, in: [open, closed] }", 200, "<service_requests/>"), ("every: { field: status, in: [open, closed] }", 200, "<service_requests><request><status>odd</status></request></service_requests>"), ("every: { field: status, in: [open] }", 200, "<service_requests><request/></service_requests>"),
            ("includes: { field: service_request_id, in: [\"1\"] }", 200, "<service_requests/>"), ("includes: { field: service_request_id, in: [\"1\"] }", 200, "<service_requests><request><service_request_id>1</service_request_id></request></service_requests>"),
            ("names: status", 200, "<service_requests/>"), ("names: status", 404, Refused), ("names: status", 404, Refused.Replace("No.", "No status.", StringComparison.Ordinal)), ("names: status", 404, ""), ("names: status", 404, "status is wrong"), ("names: status", 404, "<x/>"), ("names: status", 403, Refused),
            ("names: status", 404, Refused.Replace("<description>No.</description>", "", StringComparison.Ordinal)),
            ("same-status-as: GET requests.xml", 404, Refused), ("same-status-as: GET requests.xml", 200, "<service_requests/>"), ("same-items-as: GET requests.xml", 200, "<service_requests/>"), ("same-items-as: GET requests.xml?note=2", 200, "<service_requests/>"), ("same-items-as: GET requests.xml?note=2", 200, "<weather/>"),
        ];
        var lines = new List<string>();
        foreach (var (expectation, status, body) in tried)
        {
            var told = await JudgeAsync(expectation, _ => ScriptedAnswer.Text(status, "text/xml; charset=utf-8", body), send: "{ line: GET requests.xml?note=1, purpose: open }");
            lines.Add($"{expectation} on {status} {body}\n    {told.Verdict.Word()}: {told.Message} | {told.Expected} | {told.Actual} | {told.Pointer} | {told.BlockedBy}");
        }

        await Verifier.Verify(string.Join('\n', lines));
    }

    static (Verdict, string?) Told(Finding finding) => (finding.Verdict, finding.BlockedBy);

    static ScriptedAnswer One(string id) => ScriptedAnswer.Text(200, "text/xml", $"<service_requests><request><service_request_id>{id}</service_request_id></request></service_requests>");

    // Only the questions of the case, which carry an argument that the survey never sends, are answered otherwise.
    static async Task<Finding> JudgeAsync(string expectation, Func<ScriptedQuestion, ScriptedAnswer?>? answer = null, string send = "GET requests.xml?note=1", string more = "", string also = "", string look = Requirement, Func<ScriptedQuestion, ScriptedAnswer?>? always = null)
    {
        send = answer is null && send == "GET requests.xml?note=1" && expectation.StartsWith("includes", StringComparison.Ordinal) ? "GET requests.xml" : send;
        var file = FixtureFile.FromText("fixtures/cases/x.yaml", $"- id: the-case\n  title: A sentence that says something\n  requirements: [{Requirement}{also}]\n  send: {send}\n  expect:\n    - {expectation}\n{more}");
        var city = new PaperCity { Interrupts = q => always?.Invoke(q) ?? (q["note"] is null ? null : answer?.Invoke(q)) };
        var report = await new ConformanceSuite(Suite.Checked(suite with { Cases = CaseLoader.Load([file]) })).RunAsync(
            new Target { Endpoint = ScriptedQuestion.Endpoint, Only = ["the-case"], Classes = ["read-xml", "read-json"] },
            new RunSettings(),
            city.Open(),
            new FakeTimeProvider(PaperCity.Now));
        return report.Findings.First(f => f.Requirement.Id == look);
    }
}
