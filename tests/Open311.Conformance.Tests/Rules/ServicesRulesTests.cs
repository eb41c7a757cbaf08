using System.Text;
using Open311.Conformance.Tests.Support;
using Open311.Protocol;

namespace Open311.Conformance.Tests.Rules;

[Parallelizable(ParallelScope.Children)]
public class ServicesRulesTests : TownTests
{
    static IEnumerable<TestCaseData> Defects =>
    [
        Defect("services.json answers 404 with an error", t => t.AnswerAt("services.json", q => ScriptedAnswer.Error(404, q.Format, "nothing here")), "fail GR2-HTTP-003 json", "fail SD-CON-002 json"),
        Defect("the codes are new on every call", t => Renumbered(t, call => call), "fail GR2-SVC-001", "warn GR2-SVC-014"),
        Defect("the codes change once", t => Renumbered(t, call => call > 2 ? 1 : 0), "warn GR2-SVC-014"),
        Defect("no services", t => t.Services.Clear(), "warn GR2-SVC-002 json", "warn GR2-SVC-002 xml"),
        Defect("a definition is missing", t => t.Services[0] = t.Services[0] with { HasDefinition = false }, "fail GR2-SVC-011 json", "fail GR2-SVC-011 xml"),
        Defect(
            "a definition is refused to the public",
            t => t.AnswerAt("services/TREES", q => ScriptedAnswer.Error(403, q.Format, "The service_code is not for the public.")),
            "warn GR2-SVC-011 json",
            "warn GR2-SVC-011 xml"),
        Defect("a definition is missing in JSON", t => t.AnswerAt("services/TREES.json", q => ScriptedAnswer.Error(404, q.Format, "The service_code was not found.")), "fail GR2-HTTP-003 json"),
        Defect("a definition is missing in XML", t => t.AnswerAt("services/TREES.xml", q => ScriptedAnswer.Error(404, q.Format, "The service_code was not found.")), "fail GR2-HTTP-002 xml"),
        Defect("definitions name another service", t => t.Replace("services/TREES", "TREES", "SHRUBS"), "fail GR2-DEF-002 json", "fail GR2-DEF-002 xml"),
        Defect("a definition demands what metadata=false denies", t => t.Services[1] = t.Services[1] with { HasDefinition = true }, "fail GR2-SVC-015 json", "fail GR2-SVC-015 xml"),
        Defect(
            "an unknown code has an empty definition",
            t => t.AnswerAt("services/", q => Known(q) ? null : ScriptedAnswer.Data(new("service_definition", new Open311.Protocol.Writing.DataObject([])), q.Format)),
            "fail GR2-DEF-018 json",
            "fail GR2-DEF-018 xml",
            "fail GR2-ERR-008 json",
            "fail GR2-ERR-008 xml"),
        Defect(
            "an unknown code is answered 400",
            t => t.AnswerAt("services/", q => Known(q) ? null : ScriptedAnswer.Error(400, q.Format, "The service_code is unknown.")),
            "fail GR2-DEF-018 json",
            "fail GR2-DEF-018 xml",
            "fail GR2-ERR-008 json",
            "fail GR2-ERR-008 xml"),
        Defect("a missing code gives the whole list", t => t.AnswerAt("services/.xml", _ => ScriptedAnswer.Text(200, "text/xml; charset=utf-8", "<?xml version=\"1.0\" encoding=\"utf-8\"?><services/>")), "warn GR2-DEF-019 xml"),
    ];

    static IEnumerable<TestCaseData> Situations =>
    [
        Situation("definitions without required attributes of metadata=false", t => t.Services[1] = t.Services[1] with { HasDefinition = true, Demands = false }, "info GR2-SVC-012 xml", "pass GR2-SVC-015 xml"),
        Situation("an empty page for metadata=false", t => t.AnswerAt("services/002", _ => ScriptedAnswer.Text(200, "text/html", "")), "pass GR2-SVC-012 xml", "pass GR2-SVC-012 json", "pass GR2-SVC-015 json"),
        Situation("an empty definition for metadata=false", EmptyDefinition, "pass GR2-SVC-012 xml", "pass GR2-SVC-012 json", "pass GR2-SVC-015 xml"),
        Situation("400 for metadata=false", t => t.AnswerAt("services/002", q => ScriptedAnswer.Error(400, q.Format, "The service_code has no definition.")), "info GR2-SVC-012 xml", "pass GR2-SVC-015 xml"),
        Situation("no service with metadata=true", t => t.Services.RemoveAll(s => s.Metadata && Retired(t, s)), "not-applicable GR2-SVC-011 xml", "not-applicable GR2-DEF-002 json", "not-applicable GR2-CON-002 json"),
        Situation("every service with metadata=true", t => t.Services.RemoveAll(s => !s.Metadata && Retired(t, s)), "not-applicable GR2-SVC-012 xml", "not-applicable GR2-SVC-015 json"),
        Situation("a missing code is 400", t => t.AnswerAt("services/.xml", q => ScriptedAnswer.Error(400, q.Format, "The service_code is missing.")), "pass GR2-DEF-019 xml"),
        Situation("a missing code is 404", _ => { }, "info GR2-DEF-019 xml"),
        Situation("one service only", t => t.Services.RemoveAll(s => s.Code != "001" && Retired(t, s)), "pass GR2-SVC-002 xml", "pass GR2-SVC-014"),
    ];

    [TestCaseSource(nameof(Defects))]
    public Task A_defect_trips_its_requirement(Action<SmallTown> spoil, string[] violations) => TripsAsync(spoil, violations);

    [TestCaseSource(nameof(Situations))]
    public Task A_lawful_situation_violates_nothing(Action<SmallTown> arrange, string[] verdicts) => StandsAsync(arrange, verdicts);

    static bool Known(ScriptedQuestion q) => q.Path.Contains("001", StringComparison.Ordinal) || q.Path.Contains("002", StringComparison.Ordinal) || q.Path.Contains("TREES", StringComparison.Ordinal) || q.Path.StartsWith("services/.", StringComparison.Ordinal);

    static bool Retired(SmallTown town, TownService service)
    {
        town.Requests.RemoveAll(r => r.Code == service.Code);
        return true;
    }

    static void EmptyDefinition(SmallTown town)
    {
        town.Services[1] = town.Services[1] with { HasDefinition = true };
        town.AnswerAt("services/002.xml", _ => ScriptedAnswer.Text(200, "text/xml; charset=utf-8", "<?xml version=\"1.0\" encoding=\"utf-8\"?><service_definition><service_code>002</service_code><attributes/></service_definition>"));
        town.AnswerAt("services/002.json", _ => ScriptedAnswer.Text(200, "application/json; charset=utf-8", "{\"service_code\":\"002\",\"attributes\":[]}"));
    }

    static void Renumbered(SmallTown town, Func<int, int> number)
    {
        var calls = 0;
        town.Alter = (q, a) => q.Path == "services.xml"
            ? a with { Body = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(a.Body).Replace("</services>", $"<service><service_code>X{number(++calls)}</service_code><service_name>New</service_name><description/><metadata>false</metadata><type>realtime</type><keywords/><group/></service></services>")) }
            : a;
    }
}
