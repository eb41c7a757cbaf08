using System.Text;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Tests.Support;
using Open311.Protocol;

namespace Open311.Conformance.Tests.Rules;

[Parallelizable(ParallelScope.Children)]
public class DiscoveryRulesTests : TownTests
{
    const string Xml = "/open311/discovery.xml";
    const string Json = "/open311/discovery.json";
    const string Both = "/open311/discovery";
    static readonly string own = ScriptedQuestion.Endpoint.OriginalString;

    static IEnumerable<TestCaseData> Defects =>
    [
        Defect("no discovery where the operator says", t => t.DiscoveryBase = "/nowhere", "fail SD-URL-001"),
        Defect("no JSON discovery", t => t.AnswerAt(Json, _ => ScriptedAnswer.Text(404, "text/plain", "no")), "fail SD-URL-003 json"),
        Defect("no XML discovery", t => t.AnswerAt(Xml, _ => SmallTown.Html()), "fail SD-URL-003 xml"),
        Defect("JSON discovery holds XML", t => t.AnswerAt(Json, _ => ScriptedAnswer.Text(200, "application/json", "<discovery/>")), "fail SD-URL-003 json"),
        Defect("an empty JSON discovery", t => t.AnswerAt(Json, _ => ScriptedAnswer.Text(200, "application/json", "")), "fail SD-URL-003 json"),
        Defect("discovery needs a login", t => t.AnswerAt(Both, _ => ScriptedAnswer.Text(401, "text/plain", "who are you?")), "fail SD-URL-004"),
        Defect(
            "discovery redirects to a login page",
            t =>
            {
                t.AnswerAt(Json, _ => SmallTown.MovedTo("http://city.example/login?next=discovery", 302));
                t.AnswerAt("/login", _ => SmallTown.Html());
            },
            "fail SD-URL-003 json",
            "fail SD-URL-004"),
        Defect(
            "discovery hangs on a session",
            t => Moved(t, "http://city.example/open311/docs/discovery.xml;jsessionid=0A1B2C3D"),
            "fail SD-URL-005",
            "warn SD-URL-002"),
        Defect("discovery is moved for the time being", t => Moved(t, "http://city.example/today/discovery.xml", 302), "warn SD-URL-005"),
        Defect("discovery is moved to another name", t => Moved(t, "http://city.example/open311/info.xml"), "warn SD-URL-002"),
        Defect("bad XML", t => t.Replace(Xml, "</contact>", "</contakt>"), "fail SD-FMT-001 xml"),
        Defect("XML declared as Latin-1", t => t.Replace(Xml, "utf-8", "iso-8859-1"), "fail SD-FMT-001 xml"),
        Defect("no XML declaration", t => t.Replace(Xml, "<?xml version=\"1.0\" encoding=\"utf-8\"?>", ""), "warn SD-FMT-001 xml"),
        Defect("an undeclared entity", t => t.Replace(Xml, "Town hall", "Town&nbsp;hall"), "fail SD-FMT-001 xml", "fail SD-FMT-006"),
        Defect("a byte order mark", t => t.Alter = (q, a) => q.Path == Xml ? a with { Body = [0xEF, 0xBB, 0xBF, .. a.Body] } : a, "warn SD-FMT-001 xml"),
        Defect("JSON as text/plain", t => t.Alter = (q, a) => q.Path == Json ? a with { ContentType = "text/plain" } : a, "warn SD-FMT-002 json"),
        Defect("XML as application/xml", t => t.Alter = (q, a) => q.Path == Xml ? a with { ContentType = "application/xml" } : a, "warn SD-FMT-002 xml"),
        Defect("a charset of Latin-1", t => t.Alter = (q, a) => q.Path == Xml ? a with { ContentType = "text/xml; charset=ISO-8859-1" } : a, "warn SD-FMT-002 xml"),
        Defect("another contact in JSON", t => t.Replace(Json, "Town hall", "Mayor"), "fail SD-FMT-006"),
        Defect("another endpoint in JSON", t => t.Replace(Json, "\"type\":\"test\"", "\"type\":\"production\""), "fail SD-FMT-006"),
        Defect("one format less in JSON", t => t.Replace(Json, "\"text/xml\",", ""), "fail SD-FMT-006"),
        Defect("no key_service in JSON", t => t.Replace(Json, "\"key_service\":", "\"key\":"), "fail SD-DOC-004 json", "fail SD-FMT-006"),
        Defect(
            "no key_service in JSON, for an endpoint in XML only",
            t =>
            {
                t.OffersJson = false;
                t.Replace(Json, "\"key_service\":", "\"key\":");
            },
            "fail SD-DOC-004 json",
            "fail SD-FMT-006"),
        Defect("a field of its own in JSON", t => t.Replace(Json, "{\"changeset\"", "{\"motto\":\"onwards\",\"changeset\""), "warn SD-FMT-006"),
        Defect("the document's changeset is old", t => t.Endpoints[0] = t.Endpoints[0] with { Changeset = "2026-05-02T10:00:00Z" }, "warn SD-DOC-006"),
        Defect("the changeset lies in the future", t => t.Changeset = () => "2027-01-01T00:00:00Z", "warn SD-DOC-006"),
        Defect("the endpoint claims version 2.1", t => t.Endpoints[0] = t.Endpoints[0] with { Specification = SmallTown.Token + ".1" }, "fail SD-EP-002", "fail V21-UPD-001"),
        Defect("the endpoint is listed for a draft that it does not follow", t => t.Endpoints.Insert(0, new(SmallTown.Token + ".1_Draft", own, "test")), "fail V21-UPD-001"),
        Defect("the token with https", t => t.Endpoints[0] = t.Endpoints[0] with { Specification = SmallTown.Token.Replace("http", "https") }, "warn SD-EP-002"),
        Defect("the token with .html", t => t.Endpoints[0] = t.Endpoints[0] with { Specification = SmallTown.Token + ".html" }, "warn SD-EP-002"),
        Defect("XML is not advertised", t => t.Endpoints[0] = t.Endpoints[0] with { Formats = ["application/json"] }, "fail SD-EP-008"),
        Defect("XML is advertised as application/xml", t => t.Endpoints[0] = t.Endpoints[0] with { Formats = ["application/xml", "application/json"] }, "warn SD-EP-008"),
        Defect("a production endpoint on http", t => t.Endpoints[0] = t.Endpoints[0] with { Type = "production" }, "warn SD-EP-010"),
        Defect("another endpoint does not answer", t => t.Endpoints.Add(new(SmallTown.Token, own + "/dead", "test")), "fail SD-CON-001"),
        Defect("another endpoint is a web page", t => Other(t, _ => SmallTown.Html()), "fail SD-CON-001", "fail SD-CON-002 json", "fail SD-CON-002 xml"),
        Defect("JSON is served but not advertised", t => t.Endpoints[0] = t.Endpoints[0] with { Formats = ["text/xml"] }, "warn SD-CON-003"),
        Defect("JSON is advertised but not served", t => NoJson(t), "fail SD-CON-002 json", "fail GR2-HTTP-003 json"),
        Defect("the endpoint is not listed", t => t.Endpoints[0] = t.Endpoints[0] with { Url = "http://city.example/other" }, "fail SD-CON-001", "warn SD-CON-004"),
        Defect("the changeset is new each time", t => t.Changeset = Stamps(), "warn SD-CON-005"),
        Defect("XML lists no endpoints in their container", t => t.Replace(Xml, "<endpoints>", "<endpoints/><endpoints>"), "fail SD-FMT-003 xml", "fail SD-FMT-006", "fail SD-DOC-005 xml"),
        Defect("the listed URL is a resource", t => t.Endpoints[0] = t.Endpoints[0] with { Url = own + "/services.xml" }, "fail SD-EP-003 json", "fail SD-EP-003 xml", "warn SD-CON-004"),
    ];

    static IEnumerable<TestCaseData> Situations =>
    [
        Situation("the same document in another order", t => t.Replace(Json, "[\"text/xml\",\"application/json\"]", "[\"application/json\",\"text/xml\"]"), "pass SD-FMT-006"),
        Situation("a document that changes with each reading", t => t.Changeset = Moving(t), "inconclusive SD-FMT-006", "inconclusive SD-CON-005"),
        Situation("an endpoint of another specification", t => t.Endpoints.Add(new("http://example.org/parking", "https://parking.example/v1", "production", "application/json")), "pass SD-EP-002", "pass SD-EP-010", "pass SD-CON-001"),
        Situation("a production endpoint on a loopback address", t => t.Endpoints.Add(new("http://example.org/parking", "http://127.0.0.1:8080/v1", "production", "application/json")), "info SD-EP-010"),
        Situation("the endpoint is listed for another draft besides", t => t.Endpoints.Insert(0, new(SmallTown.Token + ".2_Draft", own, "test")), "pass SD-EP-002"),
        Situation("a zoneless changeset of today", t => t.Changeset = () => "2026-06-15 19:00", "pass SD-DOC-006"),
        Situation("XML only", t => t.OffersJson = false, "pass SD-FMT-004 json", "pass SD-EP-006 json", "pass SD-CON-003", "pass GR2-HTTP-005", "not-applicable GR2-HTTP-003 json", "pass SD-CON-002 xml"),
        Situation("a format without a name", t => t.Endpoints[0] = t.Endpoints[0] with { Formats = ["text/xml", "application/json", "text/csv"] }, "info SD-CON-002"),
        Situation("another endpoint that wants its jurisdiction", t => Other(t, q => ScriptedAnswer.Error(400, q.Format, "jurisdiction_id is missing")), "pass SD-CON-001", "pass SD-CON-002 xml"),
        Situation("an endpoint in a private network", t => t.Endpoints.Add(new(SmallTown.Token, "http://169.254.169.254/latest", "test")), "pass SD-CON-001"),
        Situation("a page for people", t => t.AnswerAt("/open311/discovery.html", _ => SmallTown.Html()), "pass SD-URL-006"),
        Situation("no page for people", _ => { }, "info SD-URL-006"),
    ];

    [TestCaseSource(nameof(Defects))]
    public Task A_defect_trips_its_requirement(Action<SmallTown> spoil, string[] violations) => TripsAsync(spoil, violations);

    [TestCaseSource(nameof(Situations))]
    public Task A_lawful_situation_violates_nothing(Action<SmallTown> arrange, string[] verdicts) => StandsAsync(arrange, verdicts);

    [Test]
    public async Task Discovery_that_is_merely_not_found_leaves_everything_open()
    {
        var town = new SmallTown { DiscoveryBase = "/nowhere" };

        var report = await TownRun.JudgeAsync(town, t => t with { Discovery = null });

        TownRun.Violations(report).Should().BeEmpty();
        report.Findings.Where(f => f.Requirement.Id.StartsWith("SD-", StringComparison.Ordinal)).Should().OnlyContain(f => f.Verdict == Verdict.Inconclusive);
    }

    [Test]
    public async Task An_endpoint_in_XML_only_can_hold_the_class_of_discovery()
    {
        var report = await TownRun.JudgeAsync(new SmallTown { OffersJson = false });

        report.Classes.Single(c => c.Name == "discovery").State.Should().Be(ClassState.Granted);
    }

    [Test]
    public async Task A_town_without_a_test_endpoint_gets_a_note()
    {
        var town = new SmallTown();
        town.Endpoints[0] = town.Endpoints[0] with { Type = "production" };

        var report = await TownRun.JudgeAsync(town);

        TownRun.On(report, "SD-CON-006").Should().Equal("info SD-CON-006");
    }

    [Test]
    public async Task Discovery_found_by_guessing_is_a_note()
    {
        var report = await TownRun.JudgeAsync(new SmallTown(), t => t with { Discovery = null });

        TownRun.Violations(report).Should().BeEmpty();
        TownRun.On(report, "SD-URL-001").Should().Equal("info SD-URL-001");
        TownRun.On(report, "SD-CON-004").Should().Equal("pass SD-CON-004");
    }

    [Test]
    public async Task Discovery_at_a_name_of_its_own_fails_only_for_its_name()
    {
        var town = new SmallTown { DiscoveryBase = "/nowhere" };
        var document = new SmallTown().Open();
        town.AnswerAt("/open311/info.xml", q => Taken(document, q));

        var report = await TownRun.JudgeAsync(town, t => t with { Discovery = new Uri("http://city.example/open311/info.xml") });

        TownRun.Violations(report).Should().Equal("fail SD-URL-002");
        TownRun.On(report, "SD-URL-001").Should().Equal("pass SD-URL-001");
    }

    [Test]
    public async Task No_key_and_no_header_of_the_operator_goes_to_other_endpoints()
    {
        var town = new SmallTown();
        var seen = new List<ProbeRequest>();
        Other(town, q =>
        {
            seen.Add(q.Request);
            return ScriptedAnswer.Error(400, q.Format, "jurisdiction_id is missing");
        });

        await TownRun.JudgeAsync(town, t => t with { ApiKey = "sesame-open-4711", ExtraHeaders = [new("Authorization", "Bearer sesame-open-4711")], ExtraQuery = [new("who", "sesame-open-4711")] });

        seen.Should().NotBeEmpty();
        seen.Should().OnlyContain(r => !r.Url.OriginalString.Contains("sesame") && r.Headers.All(h => !h.Value.Contains("sesame")));
    }

    [Test]
    public async Task At_most_three_other_endpoints_are_asked()
    {
        var town = new SmallTown();
        for (var n = 0; n < 20; n++)
            town.Endpoints.Add(new(SmallTown.Token, $"http://city.example/other{n}", "test"));
        var city = town.Open();

        await TownRun.JudgeAsync(city);

        city.Asked.Where(a => a.Contains("/other")).Select(a => a.Split("/other")[1].Split('/')[0]).Distinct().Should().HaveCount(3);
    }

    static ScriptedAnswer Taken(ScriptedCity from, ScriptedQuestion q)
    {
        var request = q.Request with { Url = new Uri("http://city.example/open311/discovery.xml") };
        var answer = from.SendAsync(request, default).AsTask().Result.Answer!;
        return new(200, "text/xml; charset=utf-8", answer.Body.ToArray());
    }

    static void Moved(SmallTown town, string url, int status = 301)
    {
        var there = new SmallTown().Open();
        town.AnswerAt(Xml, _ => SmallTown.MovedTo(url, status));
        town.AnswerAt(new Uri(url).AbsolutePath, q => Taken(there, q));
    }

    static void Other(SmallTown town, Func<ScriptedQuestion, ScriptedAnswer?> answer)
    {
        town.Endpoints.Add(new(SmallTown.Token, "http://city.example/other", "test"));
        town.AnswerAt("/other/", answer);
    }

    static void NoJson(SmallTown town) =>
        town.Instead = q => q.Format == DataFormat.Json && !q.Path.StartsWith('/') ? ScriptedAnswer.Error(404, q.Format, "No service_code or service_request_id is known in JSON.") : null;

    static Func<string> Stamps()
    {
        // Asked for twice in one document: for itself and for its endpoint.
        var asked = 0;
        return () => $"2026-05-01T09:00:{asked++ / 2 % 60:00}Z";
    }

    static Func<string> Moving(SmallTown town)
    {
        var read = 0;
        town.Alter = (q, a) => q.Path is "services.xml" or "services.json"
            ? a with { Body = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(a.Body).Replace("public place", $"public place {read++}")) }
            : a;
        return Stamps();
    }
}
