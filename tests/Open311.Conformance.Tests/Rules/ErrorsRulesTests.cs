using Open311.Conformance.Tests.Support;

namespace Open311.Conformance.Tests.Rules;

[Parallelizable(ParallelScope.Children)]
public class ErrorsRulesTests : TownTests
{
    static IEnumerable<TestCaseData> Defects =>
    [
        Defect("unknown paths show a page", t => t.Instead = q => q.Path.StartsWith("nonce", StringComparison.Ordinal) ? SmallTown.Html() : null, "fail GR2-ERR-008 json", "fail GR2-ERR-008 xml"),
        Defect("unknown ids give an empty list", t => Unknown(t, q => ScriptedAnswer.Data(new("service_requests", new Open311.Protocol.Writing.DataList("request", [])), q.Format)), "fail GR2-ERR-008 json", "fail GR2-ERR-008 xml", "fail GR2-REQ-005 json", "fail GR2-REQ-005 xml"),
        Defect("unknown ids are gone", t => Unknown(t, q => ScriptedAnswer.Error(410, q.Format, "The service_request_id is gone.")), "warn GR2-ERR-008 json", "warn GR2-ERR-008 xml", "warn GR2-REQ-005 json", "warn GR2-REQ-005 xml"),
        Defect("bad dates are unprocessable", t => t.AnswerAt("requests", q => q["start_date"] is { Length: > 0 } && q.Instant("start_date") is null ? ScriptedAnswer.Error(422, q.Format, "The start_date is bad.") : null), "warn GR2-ERR-010 json", "warn GR2-ERR-010 xml", "warn GR2-HTTP-013 json", "warn GR2-HTTP-013 xml", "warn GR2-REQS-038 json", "warn GR2-REQS-038 xml"),
        Defect("refusals hold no errors", t => t.AnswerAt("services/", q => q.Path.Contains("00", StringComparison.Ordinal) || q.Path.Contains("TREES", StringComparison.Ordinal) || q.Path.StartsWith("services/.", StringComparison.Ordinal) || q.Format == Open311.Protocol.DataFormat.Json ? null : ScriptedAnswer.Text(404, "text/xml; charset=utf-8", "<?xml version=\"1.0\" encoding=\"utf-8\"?><errors/>")), "fail GR2-ERR-002 xml"),
        Defect("the refusal names nothing", t => t.Replace("services/", "The service_code was", "It was"), "warn GR2-ERR-011 json", "warn GR2-ERR-011 xml"),
    ];

    static IEnumerable<TestCaseData> Situations =>
    [
        Situation("unknown ids are forbidden", t => Unknown(t, q => ScriptedAnswer.Error(403, q.Format, "The service_request_id is not for you.")), "info GR2-ERR-008 xml", "info GR2-REQ-005 json"),
        Situation("arguments are named in words", t => t.Replace("services/", "The service_code was", "The service code was"), "pass GR2-ERR-011 xml"),
    ];

    [TestCaseSource(nameof(Defects))]
    public Task A_defect_trips_its_requirement(Action<SmallTown> spoil, string[] violations) => TripsAsync(spoil, violations);

    [TestCaseSource(nameof(Situations))]
    public Task A_lawful_situation_violates_nothing(Action<SmallTown> arrange, string[] verdicts) => StandsAsync(arrange, verdicts);

    static void Unknown(SmallTown town, Func<ScriptedQuestion, ScriptedAnswer> answer) =>
        town.AnswerAt("requests/", q => q.Path.StartsWith("requests/.", StringComparison.Ordinal) || town.Requests.Any(r => q.Path.StartsWith($"requests/{r.Id}.", StringComparison.Ordinal)) || q.Path.Contains("nonce", StringComparison.Ordinal)
            ? null
            : answer(q));
}
