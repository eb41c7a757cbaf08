using Open311.Conformance.Findings;
using Open311.Conformance.Tests.Support;
using Open311.Protocol;

namespace Open311.Conformance.Tests.Rules.Requests;

public class OtherDefectTests
{
    int counter;
    static int readings;

    static IEnumerable<Defect> Defects() =>
    [
        new("the list is 404", c => c.Interrupts = q => q.Path.StartsWith("requests.", StringComparison.Ordinal) ? ScriptedAnswer.Error(404, q.Format, "No such thing") : null) { Fails = ["GR2-REQS-001"], Blocks = [("GR2-REQS-040", "GR2-REQS-001"), ("GR2-OPT-001", "GR2-REQS-001"), ("GR2-REQS-031", "GR2-REQS-001")] },
        new("single requests are not found", c => c.Interrupts = q => IsSingle(q) ? ScriptedAnswer.Error(404, q.Format, "No such thing") : null)
        {
            Fails = ["GR2-REQ-001", "GR2-CON-014"],
            Blocks = [("GR2-REQ-002", "GR2-REQ-001"), ("GR2-REQ-003", "GR2-REQ-001"), ("GR2-REQ-006", "GR2-REQ-001"), ("GR2-REQ-007", "GR2-REQ-001"), ("GR2-CON-006", "GR2-REQ-001"), ("GR2-HTTP-014", "GR2-REQ-001")],
        },
        new("half of the requests do not resolve", c => c.Interrupts = q => IsSingle(q) && int.TryParse(Id(q), out var id) && id is > 1000 and < 1200 && id % 2 == 1 ? ScriptedAnswer.Error(404, q.Format, "No such thing") : null) { Fails = ["GR2-CON-014"] },
        new("another request comes", c => c.Single = r => r with { Id = "1" }) { Fails = ["GR2-REQ-003"], Blocks = [("GR2-CON-006", "GR2-REQ-003")] },
        new("an unknown id gives an empty list", c => c.Interrupts = q => IsSingle(q) && c.Requests.All(r => r.Id != Id(q)) && Id(q).Length > 0 ? Empty(q.Format) : null) { Fails = ["GR2-REQ-005"] },
        new("an unknown id is gone", c => c.Interrupts = q => IsSingle(q) && c.Requests.All(r => r.Id != Id(q)) && Id(q).Length > 0 ? ScriptedAnswer.Error(410, q.Format, "Gone") : null) { Warns = ["GR2-REQ-005"] },
        new("old requests are gone", c => c.Interrupts = q => IsSingle(q) && int.TryParse(Id(q), out var id) && id <= 900 ? ScriptedAnswer.Error(404, q.Format, "Gone") : null) { Fails = ["GR2-REQ-006"] },
        new("filters apply to the single request", c => c.Interrupts = q => IsSingle(q) && q["status"] is { } s && c.Requests.All(r => r.Id != Id(q) || r.Status != s) ? ScriptedAnswer.Error(404, q.Format, "No such thing") : null) { Warns = ["GR2-REQ-007"] },
        new("a missing id lists everything", c => c.Interrupts = q => IsSingle(q) && Id(q).Length == 0 ? Empty(q.Format) : null) { Warns = ["GR2-REQ-008"] },
        new("the single request says something else", c => c.Single = r => r with { Description = "Something else" }) { Fails = ["GR2-CON-006"] },
        new("only the single request has a description", c => (c.Requests, c.Single) = ([.. c.Requests.Select(r => r with { Description = "" })], r => r with { Description = "A hole" })) { Warns = ["GR2-CON-006"] },
        new("reading moves updated_datetime", c => c.Single = r => r with { Updated = PaperCity.Now.AddSeconds(Interlocked.Increment(ref readings)) }) { Fails = ["GR2-HTTP-014"] },
        new("fractions in dates are refused", c => c.Interrupts = q => q["start_date"]?.Contains('.') == true ? ScriptedAnswer.Error(400, q.Format, "Bad date") : null) { Warns = ["GR2-DATE-004"] },
        new("dates without seconds are refused", c => c.Interrupts = q => q["start_date"]?.Length == "2026-01-01T00:00Z".Length ? ScriptedAnswer.Error(400, q.Format, "Bad date") : null) { Warns = ["GR2-DATE-004"] },
        new("offsets are refused", c => c.Interrupts = q => q["start_date"]?.Contains('+') == true ? ScriptedAnswer.Error(400, q.Format, "Bad date") : null) { Fails = ["GR2-DATE-003"] },
        new("Z is refused", c => c.Interrupts = q => !IsSingle(q) && (q["start_date"]?.EndsWith('Z') == true || q["end_date"]?.EndsWith('Z') == true) ? ScriptedAnswer.Error(400, q.Format, "Bad date") : null)
        {
            Fails = ["GR2-DATE-003"],
            Blocks = [("GR2-REQS-031", "GR2-DATE-003"), ("GR2-REQS-033", "GR2-DATE-003"), ("GR2-REQS-034", "GR2-DATE-003"), ("GR2-REQS-028", "GR2-DATE-003")],
        },
        new("an empty status is refused", c => c.Interrupts = q => q["status"] is "" ? ScriptedAnswer.Error(400, q.Format, "Bad status") : null) { Fails = ["GR2-OPT-001"] },
        new("an empty date is refused", c => c.Interrupts = q => q["end_date"] is "" ? ScriptedAnswer.Error(400, q.Format, "Bad date") : null) { Fails = ["GR2-OPT-001"] },
        new("an empty id selects nothing", c => c.Interrupts = q => q["service_request_id"] is "" ? Empty(q.Format) : null) { Fails = ["GR2-OPT-001"] },
        new("jurisdiction_id is demanded for requests", c => c.Interrupts = q => q["jurisdiction_id"] is null && q.Path.StartsWith("requests", StringComparison.Ordinal) ? ScriptedAnswer.Error(400, q.Format, "jurisdiction_id was not provided") : null) { Fails = ["GR2-JUR-001", "GR2-REQS-001"], Blocks = [("GR2-OPT-001", "GR2-REQS-001"), ("GR2-REQ-005", "GR2-REQS-001")] },
        new("an empty jurisdiction_id is refused", c => c.Interrupts = q => q["jurisdiction_id"] is "" ? ScriptedAnswer.Error(400, q.Format, "bad jurisdiction_id") : null) { Fails = ["GR2-JUR-002"] },
        new("an empty list is of the wrong name", c => c.Interrupts = q => IsVoid(c, q) && q.Format == DataFormat.Xml ? ScriptedAnswer.Text(200, "text/xml; charset=utf-8", "<?xml version=\"1.0\" encoding=\"utf-8\"?><services/>") : null) { Fails = ["GR2-XML-010"] },
        new("an empty list is an object", c => c.Interrupts = q => IsVoid(c, q) && q.Format == DataFormat.Json ? ScriptedAnswer.Text(200, "application/json; charset=utf-8", "{}") : null) { Warns = ["GR2-JSON-012"] },
        new("a bare object is a JSON matter", c => c.Interrupts = q => IsSingle(q) && q.Format == DataFormat.Json && c.Requests.Any(r => r.Id == Id(q)) ? ScriptedAnswer.Text(200, "application/json; charset=utf-8", $"{{\"service_request_id\":\"{Id(q)}\",\"status\":\"open\"}}") : null) { Fails = ["GR2-CON-006"] },
    ];

    static bool IsSingle(ScriptedQuestion q) => q.Path.StartsWith("requests/", StringComparison.Ordinal);

    static string Id(ScriptedQuestion q) => q.Path["requests/".Length..q.Path.LastIndexOf('.')];

    static bool IsVoid(PaperCity c, ScriptedQuestion q) =>
        q.Path.StartsWith("requests.", StringComparison.Ordinal) && PaperQuery.Of(q) is { Ids: null } query && PaperCity.Refusal(query) is null && !c.Requests.Any(r => c.Selects(r, query));

    static ScriptedAnswer Empty(DataFormat format) => ScriptedAnswer.Data(new("service_requests", new Protocol.Writing.DataList("request", [])), format);

    [TestCaseSource(nameof(Defects))]
    public async Task Is_held_against_the_requirement_it_violates_and_no_other(Defect defect)
    {
        var city = new PaperCity();
        defect.Make(city);
        var report = await PaperRun.OfAsync(city);
        report.Errors.Should().BeEmpty();
        report.Ids(Verdict.Fail).Should().BeEquivalentTo(defect.Fails, string.Join(" | ", report.Findings.Where(f => f.Verdict == Verdict.Fail).Select(f => $"{f.Requirement.Id}: {f.Message}")));
        report.Ids(Verdict.Warn).Should().BeEquivalentTo(defect.Warns, string.Join(" | ", report.Findings.Where(f => f.Verdict == Verdict.Warn).Select(f => $"{f.Requirement.Id}: {f.Message}")));
        foreach (var (requirement, cause) in defect.Blocks)
        {
            var finding = report.Of(requirement);
            finding.Verdict.Should().Be(Verdict.Inconclusive, $"{requirement}: {finding.Message}");
            finding.BlockedBy.Should().Be(cause, $"{requirement}: {finding.Message}");
        }
    }

    [Test]
    public async Task Lists_that_change_from_asking_to_asking_are_a_warning()
    {
        var city = new PaperCity { Lists = (r, q) => IsPlainWindow(q) ? r.Skip(Interlocked.Increment(ref counter) % 2) : r };
        var report = await PaperRun.OfAsync(city);
        report.Of("GR2-CON-016").Verdict.Should().Be(Verdict.Warn);
    }

    [Test]
    public async Task A_change_of_order_is_a_note()
    {
        var city = new PaperCity { Lists = (r, q) => IsPlainWindow(q) && Interlocked.Increment(ref counter) % 2 == 0 ? r.Reverse() : r };
        var report = await PaperRun.OfAsync(city);
        report.Of("GR2-CON-016").Verdict.Should().Be(Verdict.Info);
        report.Ids(Verdict.Fail).Should().BeEmpty();
    }

    static bool IsPlainWindow(PaperQuery q) => q is { Ids: null, Start: not null, End: not null, Statuses: null, Codes: null };
}
