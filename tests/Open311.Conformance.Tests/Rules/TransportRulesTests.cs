using Open311.Conformance.Tests.Support;

namespace Open311.Conformance.Tests.Rules;

[Parallelizable(ParallelScope.Children)]
public class TransportRulesTests : TownTests
{
    static IEnumerable<TestCaseData> Defects =>
    [
        Defect(
            "single requests are at a singular path",
            t => Singular(t),
            "fail GR2-HTTP-001 json",
            "fail GR2-HTTP-001 xml",
            "fail GR2-REQ-001 json",
            "fail GR2-REQ-001 xml",
            "fail GR2-CON-014 json",
            "fail GR2-CON-014 xml"),
        Defect("Accept decides the format", t => t.AnswerAt("services.xml", q => Accept(q) == "application/json" ? ScriptedAnswer.Text(200, "application/json", "[]") : null), "warn GR2-HTTP-004 xml"),
        Defect("406 for text/html", t => t.AnswerAt("services.xml", q => Accept(q) == "text/html" ? ScriptedAnswer.Error(406, q.Format, "no") : null), "warn GR2-HTTP-004 xml"),
        Defect("an unknown extension gives a page", t => t.AnswerAt("services.bogus", _ => SmallTown.Html()), "warn GR2-HTTP-005"),
        Defect("JSON is not offered, but a page", t => NoJson(t, "services.json"), "warn GR2-HTTP-005"),
        Defect("services are moved on the same host", t => t.AnswerAt("services.xml", q => q["moved"] is null ? SmallTown.MovedTo($"http://city.example/open311/v2/services.xml?moved=1{Rest(q)}") : null), "warn GR2-HTTP-009"),
        Defect("single requests end at a login", t => Login(t), "fail GR2-HTTP-001 json", "fail GR2-HTTP-001 xml", "warn GR2-HTTP-009"),
        Defect("unknown arguments are refused", t => t.AnswerAt("services.xml", q => q["x_conformance"] is null ? null : ScriptedAnswer.Error(400, q.Format, "What is x_conformance?")), "warn GR2-HTTP-010 xml"),
        Defect("unknown arguments empty the list", t => t.AnswerAt("services.xml", q => q["x_conformance"] is null ? null : ScriptedAnswer.Text(200, "text/xml; charset=utf-8", "<?xml version=\"1.0\" encoding=\"utf-8\"?><services/>")), "warn GR2-HTTP-010 xml"),
        Defect(
            "special codes cannot be asked for",
            t =>
            {
                Rename(t, "TREES", "Trees & shrubs");
                t.AnswerAt("services/", q => q.Path.Contains('&', StringComparison.Ordinal) && q.Path.Contains("shrubs", StringComparison.Ordinal) ? ScriptedAnswer.Error(404, q.Format, "The service_code was not found.") : null);
            },
            "fail GR2-HTTP-012 xml"),
        Defect(
            "special codes cannot be filtered by",
            t =>
            {
                Rename(t, "TREES", "Bäume");
                t.AnswerAt("requests.xml", q => q["service_code"] == "Bäume" && q["start_date"] is not null && q["status"] is null ? Empty(q) : null);
            },
            "fail GR2-HTTP-012 xml"),
        Defect("half a surrogate pair in JSON", t => t.Replace("services", "\"service_code\"", "\"note\":\"\\ud83d\",\"service_code\"", Protocol.DataFormat.Json), "warn GR2-JSON-001 json"),
        Defect("a code holds a slash", t => Rename(t, "002", "Light/street"), "warn GR2-HTTP-012 xml"),
        Defect("quotation marks break the server", t => t.AnswerAt("services/", q => Holds(q, "'\"") || Holds(q, "漢") ? ScriptedAnswer.Error(500, q.Format, "SQL") : null), "fail GR2-HTTP-011 json", "fail GR2-HTTP-011 xml", "fail GR2-HTTP-013 json", "fail GR2-HTTP-013 xml"),
        Defect("sent markup comes back in XML", t => t.AnswerAt("services/", q => q.Path.EndsWith(".xml", StringComparison.Ordinal) && Holds(q, "<b>") ? Shown(q) : null), "fail GR2-HTTP-013 xml"),
        Defect("sent markup comes back in a page", t => t.AnswerAt("requests.json", q => q["service_request_id"]?.StartsWith("<b>", StringComparison.Ordinal) == true ? ScriptedAnswer.Text(400, "text/html", $"<html>{q["service_request_id"]}</html>") : null), "fail GR2-HTTP-013 json"),
        Defect("sent quotes break the JSON", t => t.AnswerAt("requests/", q => q.Path.EndsWith(".json", StringComparison.Ordinal) && Holds(q, "'\"") ? ScriptedAnswer.Text(404, "application/json; charset=utf-8", $"[{{\"code\":404,\"description\":\"no {q.Path}\"}}]") : null), "fail GR2-HTTP-013 json"),
        Defect("special values are answered 400", t => t.AnswerAt("services/", q => Holds(q, "<b>") || Holds(q, "%") ? ScriptedAnswer.Error(400, q.Format, "bad service_code") : null), "warn GR2-HTTP-013 json", "warn GR2-HTTP-013 xml"),
        Defect("special values find something", t => t.AnswerAt("services/", q => Holds(q, "<b>") ? ScriptedAnswer.Data(t.Services[0].Definition(), q.Format) : null), "fail GR2-HTTP-013 xml"),
        Defect("special values are unprocessable", t => t.AnswerAt("requests.xml", q => q["service_code"]?.Contains('漢') == true ? ScriptedAnswer.Error(422, q.Format, "no") : null), "warn GR2-HTTP-013 xml"),
    ];

    static IEnumerable<TestCaseData> Situations =>
    [
        Situation("special codes work", t => Rename(t, "TREES", "Trees & shrubs"), "pass GR2-HTTP-012 xml"),
        Situation("a dotted code works", t => Rename(t, "TREES", "1.6"), "pass GR2-HTTP-012 xml"),
        Situation("special ids work", t => t.Requests[0] = t.Requests[0] with { Id = "A 4/2011 ü" }, "pass GR2-HTTP-012 xml"),
        Situation("a gateway refuses special values", t => t.AnswerAt("services/", q => Holds(q, "<b>") ? SmallTown.Html(403) : null), "pass GR2-HTTP-013 xml"),
        Situation("long values are too long", t => t.AnswerAt("requests/", q => q.Path.Length > 300 ? ScriptedAnswer.Text(414, "text/plain", "too long") : null), "info GR2-HTTP-013 xml"),
        Situation("an extension that is not acceptable", t => t.AnswerAt("services.bogus", _ => SmallTown.Html(406)), "pass GR2-HTTP-005"),
        Situation("no definitions are due", t => t.Services.RemoveAll(s => s.Metadata && t.Requests.RemoveAll(r => r.Code == s.Code) >= 0), "pass GR2-HTTP-001 xml", "pass GR2-HTTP-002 xml", "pass GR2-KEY-001 xml"),
    ];

    [TestCaseSource(nameof(Defects))]
    public Task A_defect_trips_its_requirement(Action<SmallTown> spoil, string[] violations) => TripsAsync(spoil, violations);

    [TestCaseSource(nameof(Situations))]
    public Task A_lawful_situation_violates_nothing(Action<SmallTown> arrange, string[] verdicts) => StandsAsync(arrange, verdicts);

    [Test]
    public async Task Reads_that_need_a_key_fail_once_and_the_rest_is_read_with_it()
    {
        var town = new SmallTown();
        town.Instead = q => q["api_key"] != "sesame-4711" && !q.Path.StartsWith('/') && q.Path.Contains('.') && !q.Path.EndsWith("bogus", StringComparison.Ordinal) ? ScriptedAnswer.Error(403, q.Format, "The api_key is missing.") : null;

        var report = await TownRun.JudgeAsync(town, t => t with { ApiKey = "sesame-4711" });

        TownRun.Violations(report).Should().Equal("fail GR2-KEY-001 xml");
    }

    [Test]
    public async Task A_key_that_changes_the_list_is_a_note()
    {
        var town = new SmallTown();
        town.AnswerAt("services.xml", q => q["api_key"] is null ? null : ScriptedAnswer.Data(new("services", new Open311.Protocol.Writing.DataList("service", [town.Services[0].Item()])), q.Format));

        var report = await TownRun.JudgeAsync(town, t => t with { ApiKey = "sesame-4711" });

        TownRun.Violations(report).Should().BeEmpty();
        TownRun.On(report, "GR2-KEY-002").Should().Equal("info GR2-KEY-002 xml");
    }

    [Test]
    public async Task A_key_that_changes_nothing_passes()
    {
        var report = await TownRun.JudgeAsync(new SmallTown(), t => t with { ApiKey = "sesame-4711" });

        TownRun.On(report, "GR2-KEY-002").Should().Equal("pass GR2-KEY-002 xml");
    }

    [Test]
    public async Task Reads_without_a_key_leave_out_the_operators_credentials_of_every_kind()
    {
        var town = new SmallTown();
        var bare = new List<string>();
        town.Instead = q =>
        {
            if (q.Request.CaseId == "reads-need-no-key" && (q.Request.Headers.Any(h => h.Name == "Authorization") || q["token"] is not null))
                bare.Add(q.Path);
            return null;
        };

        var report = await TownRun.JudgeAsync(town, t => t with { ExtraHeaders = [new("Authorization", "Bearer abc123")], ExtraQuery = [new("token", "abc123")], Only = ["GR2-KEY-001"] });

        bare.Should().BeEmpty();
        TownRun.On(report, "GR2-KEY-001").Should().Equal("pass GR2-KEY-001 xml");
    }

    static string? Accept(ScriptedQuestion q) => q.Request.Headers.Where(h => h.Name == "Accept").Select(h => h.Value).FirstOrDefault();

    static string Rest(ScriptedQuestion q) => q.Request.Url.OriginalString.Split('?') is [_, var query] ? $"&{query}" : "";

    static bool Holds(ScriptedQuestion q, string text) => q.Path.Contains(text, StringComparison.Ordinal);

    static bool Known(SmallTown town, ScriptedQuestion q) => town.Requests.Any(r => q.Path.StartsWith($"requests/{r.Id}.", StringComparison.Ordinal));

    static ScriptedAnswer Empty(ScriptedQuestion q) => ScriptedAnswer.Data(new("service_requests", new Open311.Protocol.Writing.DataList("request", [])), q.Format);

    static ScriptedAnswer Shown(ScriptedQuestion q) =>
        ScriptedAnswer.Text(404, "text/xml; charset=utf-8", $"<?xml version=\"1.0\" encoding=\"utf-8\"?><errors><error><code>404</code><description>The service_code {q.Path} was not found.</description></error></errors>");

    static void Singular(SmallTown town)
    {
        town.AnswerAt("request/", q => town.Requests.Find(r => q.Path.StartsWith($"request/{r.Id}.", StringComparison.Ordinal)) is { } request
            ? ScriptedAnswer.Data(new("service_requests", new Open311.Protocol.Writing.DataList("request", [request.Item("Pothole")])), q.Format)
            : null);
        town.AnswerAt("requests/", q => Known(town, q) ? ScriptedAnswer.Error(404, q.Format, "The service_request_id was not found.") : null);
    }

    static void Login(SmallTown town)
    {
        town.AnswerAt("requests/", q => Known(town, q) ? SmallTown.MovedTo("http://city.example/login") : null);
        town.AnswerAt("/login", _ => SmallTown.Html());
    }

    static void NoJson(SmallTown town, string page)
    {
        town.OffersJson = false;
        town.AnswerAt(page, _ => SmallTown.Html());
    }

    static void Rename(SmallTown town, string code, string by)
    {
        var index = town.Services.FindIndex(s => s.Code == code);
        town.Services[index] = town.Services[index] with { Code = by };
        for (var n = 0; n < town.Requests.Count; n++)
        {
            if (town.Requests[n].Code == code)
                town.Requests[n] = town.Requests[n] with { Code = by };
        }
    }
}
