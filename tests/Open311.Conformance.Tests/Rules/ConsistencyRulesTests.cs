using System.Text;
using System.Text.RegularExpressions;
using Open311.Conformance.Tests.Support;
using Open311.Protocol;

namespace Open311.Conformance.Tests.Rules;

[Parallelizable(ParallelScope.Children)]
public class ConsistencyRulesTests : TownTests
{
    const DataFormat Json = DataFormat.Json;

    static IEnumerable<TestCaseData> Defects =>
    [
        Defect("another service name in JSON", t => t.Replace("services.json", "\"Pothole\"", "\"Pot hole\""), "fail GR2-CON-001 json", "warn GR2-CON-008 json"),
        Defect("another group in JSON", t => t.Replace("services.json", "streets", "roads"), "fail GR2-CON-001 json"),
        Defect("a service more in JSON", t => t.Replace("services.json", "[{", "[" + Service("X1") + ",{"), "fail GR2-CON-001 json"),
        Defect("metadata is not the same in JSON", t => Once(t, "services.json", "\"metadata\":true", "\"metadata\":false"), "fail GR2-CON-001 json"),
        Defect("no keywords in JSON", t => t.Replace("services.json", "\"keywords\":\"street, repair\",", ""), "fail GR2-CON-001 json", "warn GR2-SVC-009 json"),
        Defect("another key in JSON", t => t.Replace("services/", "\"020\"", "\"030\"", Json), "fail GR2-CON-002 json"),
        Defect("another order in JSON", t => t.Replace("services/", "\"order\":1", "\"order\":2", Json), "fail GR2-CON-002 json"),
        Defect("no values in JSON", t => Pattern(t, "services/", ",\"values\":\\[[^\\]]*\\]", ""), "fail GR2-CON-002 json", "fail GR2-DEF-013 json"),
        Defect("another description in JSON", t => Pattern(t, "requests", "please look at it", "please look"), "fail GR2-CON-003 json", "fail GR2-CON-004 json"),
        Defect("another description in the list only", t => t.Replace("requests.json", "please look at it", "please look", Json), "fail GR2-CON-003 json", "fail GR2-CON-006 json"),
        Defect("another position in JSON", t => Pattern(t, "requests", "\"lat\":42\\.3", "\"lat\":42.4"), "fail GR2-CON-003 json", "fail GR2-CON-004 json"),
        Defect("one instant written differently", t => Pattern(t, "requests", "(\"updated_datetime\":\"[^\"]*)Z\"", "$1+00:00\""), "warn GR2-CON-003 json", "warn GR2-CON-004 json"),
        Defect("another status in a single request", t => Pattern(t, "requests/", "\"status\":\"open\"", "\"status\":\"closed\""), "fail GR2-CON-004 json", "fail GR2-CON-006 json"),
        Defect(
            "leading zeros are lost in the list of services",
            t => t.Replace("services.json", "\"00", "\""),
            "fail GR2-CON-001 json",
            "fail GR2-JSON-007 json"),
        Defect(
            "leading zeros are lost everywhere",
            t =>
            {
                Pattern(t, "services", "\"service_code\":\"00(\\d)\"", "\"service_code\":$1");
                Pattern(t, "services/", "\"service_code\":\"00(\\d)\"", "\"service_code\":$1");
                Pattern(t, "requests", "\"service_code\":\"00(\\d)\"", "\"service_code\":$1");
                Pattern(t, "requests/", "\"service_code\":\"00(\\d)\"", "\"service_code\":$1");
            },
            "fail GR2-CON-001 json",
            "fail GR2-CON-002 json",
            "fail GR2-CON-003 json",
            "fail GR2-CON-004 json",
            "fail GR2-DEF-002 json",
            "fail GR2-JSON-007 json"),
        Defect("a zip code loses its zero", t => Pattern(t, "requests", "\"02139\"", "2139"), "fail GR2-CON-003 json", "fail GR2-CON-004 json", "fail GR2-JSON-007 json"),
        Defect("an optional field has a name of its own", t => Pattern(t, "requests", "\"zipcode\"", "\"zip\""), "fail GR2-JSON-011 json", "warn GR2-REQS-010 json", "warn GR2-REQ-004 json"),
        Defect("a field is in camel case", t => t.Replace("services.json", "service_name", "serviceName"), "fail GR2-JSON-011 json", "fail GR2-SVC-005 json"),
        Defect("another refusal in JSON", t => Refused(t, q => q.Format == Json ? 410 : 404), "warn GR2-CON-005 json", "warn GR2-REQ-005 json", "warn GR2-ERR-008 json"),
        Defect("another text in the JSON refusal", t => t.Replace("requests/", "was not found", "does not exist", Json), "warn GR2-CON-005 json"),
        Defect("requests of an unlisted service", t => t.Requests[2] = t.Requests[2] with { Code = "OLD" }, "warn GR2-CON-007 json", "warn GR2-CON-007 xml"),
        Defect("empty fields are left out in JSON, which is no difference", t => Pattern(t, "requests", ",\"[a-z_]+\":null", ""), "warn GR2-REQS-010 json", "warn GR2-REQ-004 json"),
        Defect("an old service name", t => Pattern(t, "requests", "Pothole", "Hole", null), "warn GR2-CON-008 json", "warn GR2-CON-008 xml"),
    ];

    static IEnumerable<TestCaseData> Situations =>
    [
        Situation("other numbers of the same value", t => Pattern(t, "requests", "(\"lat\":[0-9.]+)", "${1}00"), "pass GR2-CON-003 json"),
        Situation("integers for codes without zeros", t => Pattern(t, "requests", "\"service_request_id\":\"(\\d+)\"", "\"service_request_id\":$1"), "pass GR2-JSON-007 json", "pass GR2-CON-003 json"),
        Situation("items in another order", t => t.Alter = (q, a) => q.Path == "services.json" ? a with { Body = Reversed(a.Body) } : a, "pass GR2-CON-001 json"),
        Situation("line ends of Windows in JSON", t => Lines(t), "pass GR2-CON-001 json"),
        Situation("a list that changes with each reading", t => Live(t), "inconclusive GR2-CON-001 json"),
        Situation("a list that alternates", t => Live(t, 2), "inconclusive GR2-CON-001 json"),
        Situation("error texts that name the format", t => NamedFormats(t), "pass GR2-CON-005 json"),
        Situation("no requests", t => t.Requests.Clear(), "inconclusive GR2-CON-003 json", "inconclusive GR2-CON-004 json", "inconclusive GR2-CON-007 xml", "inconclusive GR2-CON-008 json"),
        Situation("XML only", t => t.OffersJson = false, "not-applicable GR2-CON-001 json", "not-applicable GR2-CON-003 json", "not-applicable GR2-JSON-011 json"),
        Situation("a member that the specification does not know", t => Pattern(t, "requests", "\\{\"service_request_id\"", "{\"ward\":\"7\",\"service_request_id\""), "pass GR2-CON-003 json", "pass GR2-JSON-011 json"),
    ];

    [TestCaseSource(nameof(Defects))]
    public Task A_defect_trips_its_requirement(Action<SmallTown> spoil, string[] violations) => TripsAsync(spoil, violations);

    [TestCaseSource(nameof(Situations))]
    public Task A_lawful_situation_violates_nothing(Action<SmallTown> arrange, string[] verdicts) => StandsAsync(arrange, verdicts);

    static void Pattern(SmallTown town, string path, string pattern, string by, DataFormat? format = Json)
    {
        var before = town.Alter;
        town.Alter = (q, a) => (path.EndsWith('/') ? q.Path.StartsWith(path, StringComparison.Ordinal) : q.Path.StartsWith($"{path}.", StringComparison.Ordinal) || (path == "requests" && q.Path.StartsWith("requests/", StringComparison.Ordinal)))
            && (format is null || q.Format == format)
            ? before(q, a) is var answer ? answer with { Body = Encoding.UTF8.GetBytes(Regex.Replace(Encoding.UTF8.GetString(answer.Body), pattern, by)) } : a
            : before(q, a);
    }

    static void Once(SmallTown town, string path, string text, string by)
    {
        var before = town.Alter;
        town.Alter = (q, a) => q.Path == path ? a with { Body = Encoding.UTF8.GetBytes(new Regex(Regex.Escape(text)).Replace(Encoding.UTF8.GetString(a.Body), by, 1)) } : before(q, a);
    }

    static void Refused(SmallTown town, Func<ScriptedQuestion, int> status) =>
        town.AnswerAt("requests/", q => town.Requests.Any(r => q.Path.Contains(r.Id, StringComparison.Ordinal)) || q.Path.StartsWith("requests/.", StringComparison.Ordinal) ? null
            : ScriptedAnswer.Error(status(q), q.Format, "The service_request_id was not found."));

    static void Lines(SmallTown town)
    {
        town.Replace("services.xml", "Pothole in", "Pothole\nin");
        town.Replace("services.json", "Pothole in", "Pothole\\r\\nin");
    }

    static void Live(SmallTown town, int round = int.MaxValue)
    {
        var read = 0;
        town.Alter = (q, a) => q.Path is "services.xml" or "services.json" ? a with { Body = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(a.Body).Replace("public place", $"public place {read++ % round}")) } : a;
    }

    static void NamedFormats(SmallTown town)
    {
        town.Replace("requests/", "was not found", "was not found in requests.xml at 2026-06-15T12:00:07Z", DataFormat.Xml);
        town.Replace("requests/", "was not found", "was not found in requests.json at 2026-06-15T12:00:09Z", Json);
    }

    static byte[] Reversed(byte[] body)
    {
        var array = System.Text.Json.Nodes.JsonNode.Parse(body)!.AsArray();
        return Encoding.UTF8.GetBytes($"[{string.Join(",", array.Reverse().Select(n => n!.ToJsonString()))}]");
    }

    static string Service(string code) =>
        $"{{\"service_code\":\"{code}\",\"service_name\":\"Extra\",\"description\":\"\",\"metadata\":false,\"type\":\"realtime\",\"keywords\":\"\",\"group\":\"streets\"}}";
}
