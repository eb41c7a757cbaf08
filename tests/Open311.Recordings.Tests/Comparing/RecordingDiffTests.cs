using System.Text;
using Open311.Recordings.Cassettes;
using Open311.Recordings.Comparing;
using Open311.Recordings.Storing;

namespace Open311.Recordings.Tests.Comparing;

/// <summary>What counts as a difference in meaning, and what does not.</summary>
public class RecordingDiffTests
{
    const string Services = """[{"service_code":"001","service_name":"Holes","type":"realtime","metadata":true,"keywords":"a,b"},{"service_code":"002","service_name":"Lamps","type":"batch","metadata":false,"keywords":""}]""";
    const string Definition = """{"service_code":"001","attributes":[{"code":"W","datatype":"singlevaluelist","required":true,"variable":true,"order":1,"description":"What?","values":[{"key":"a","name":"A"},{"key":"b","name":"B"}]}]}""";
    const string Requests = """[{"service_request_id":"7","status":"open","requested_datetime":"2026-05-20T10:00:00Z","lat":41.5,"address":"Main St"},{"service_request_id":"8","status":"closed","requested_datetime":"2026-05-21T10:00:00Z","lat":41.6,"address":null}]""";
    const string Refusal = """[{"code":400,"description":"No such date."}]""";
    const string Discovery = """{"changeset":"1","endpoints":[{"specification":"http://wiki.open311.org/GeoReport_v2","url":"https://city.example/v2","type":"production","formats":["text/xml","application/json"]}]}""";

    static IReadOnlyList<Difference> Of(string? services = null, string? definition = null, string? requests = null, string? refusal = null, string? discovery = null, string type = "application/json") =>
        RecordingDiff.Of(City(), City(services, definition, requests, refusal, discovery, type));

    static Recording City(string? services = null, string? definition = null, string? requests = null, string? refusal = null, string? discovery = null, string type = "application/json") => Recording(
    [
        Take("/v2/services.json", 200, services ?? Services, type),
        Take("/v2/services/001.json", 200, definition ?? Definition, type),
        Take("/v2/requests.json", 200, requests ?? Requests, type),
        Take("/v2/requests.json?start_date=yesterday", 400, refusal ?? Refusal, type),
        Take("/discovery.json", 200, discovery ?? Discovery, type),
    ]);

    static Recording Recording(IReadOnlyList<Take> takes) => new(
        new() { Source = "https://city.example/v2", Recorded = default, Finished = default, Kind = RecordingKind.Walk, Tool = "test" },
        new([.. takes.Select((t, i) => t with { Number = i + 1 })]));

    static Take Take(string target, int status, string body, string type = "application/json") => new()
    {
        Number = 0,
        Method = "GET",
        Url = "https://city.example" + target,
        Status = status,
        ResponseHeaders = [new("Content-Type", type)],
        ResponseBody = Encoding.UTF8.GetBytes(body),
    };

    static string[] Texts(IReadOnlyList<Difference> differences) => [.. differences.Select(d => $"{d.Kind} | {d.Where} | {d.Before ?? "-"} | {d.After ?? "-"}")];

    [Test]
    public void The_same_city_differs_in_nothing() => Of().Should().BeEmpty();

    [Test]
    public void Services_that_came_and_went() => Texts(Of(Services.Replace("\"002\"", "\"003\"", StringComparison.Ordinal)))
        .Should().BeEquivalentTo("service | 002 | Lamps | -", "service | 003 | - | Lamps");

    [Test]
    public void What_is_said_of_a_service() => Of(Services.Replace("batch", "blackbox", StringComparison.Ordinal)).Should().ContainSingle()
        .Which.Text.Should().Be("The service 002 has type 'blackbox'; it was 'batch'.");

    [Test]
    public void No_services_at_all() => Of("[]").Should().Contain(d => d.Text == "There were 2 services that could be read, and there are 0.");

    [Test]
    public void Attributes_that_changed_came_and_went()
    {
        Of(definition: Definition.Replace("\"required\":true", "\"required\":false", StringComparison.Ordinal)).Should().ContainSingle().Which.Text.Should().Be("The attribute W of 001 has required 'false'; it was 'true'.");
        Texts(Of(definition: Definition.Replace("\"W\"", "\"V\"", StringComparison.Ordinal))).Should().Equal("definition | 001/W | W | -", "definition | 001/V | - | V");
        Of(definition: Definition.Replace("\"b\"", "\"c\"", StringComparison.Ordinal)).Should().ContainSingle().Which.Text.Should().Contain("has values 'a, c'; it was 'a, b'");
    }

    [Test]
    public void Fields_that_came_and_went() => Texts(Of(requests: Requests.Replace("\"lat\"", "\"latitude\"", StringComparison.Ordinal)))
        .Should().Equal("field | requests.json lat | in 2 of 2 | -", "field | requests.json latitude | - | in 2 of 2");

    [TestCase("41.5", "\"41.5\"", "number", "number or string", TestName = "A type, in some")]
    [TestCase("\"lat\":41.5|\"lat\":41.6", "\"lat\":\"41.5\"|\"lat\":\"41.6\"", "number", "string", TestName = "A type")]
    [TestCase("10:00:00Z", "10:00:00", "date with zone", "date without zone", TestName = "The form of dates")]
    [TestCase("\"2026-05-20T10:00:00Z\"|\"2026-05-21T10:00:00Z\"", "\"20 May\"|\"21 May\"", "date with zone", "no date and time", TestName = "What is no date any more")]
    [TestCase("\"open\"|\"closed\"", "\"Open\"|\"Done\"", "open or closed", "another word than open and closed", TestName = "The words of status")]
    public void Forms_of_values(string from, string to, string before, string after)
    {
        var requests = from.Split('|').Zip(to.Split('|')).Aggregate(Requests, (text, pair) => text.Replace(pair.First, pair.Second, StringComparison.Ordinal));
        var enough = Of(requests: requests);
        // Of two requests one may be otherwise by chance.
        if (after.Contains(" or string", StringComparison.Ordinal))
            enough.Should().BeEmpty();
        else
            enough.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Kind = "field", Before = before, After = after });
    }

    [Test]
    public void The_form_of_errors()
    {
        Of(refusal: """[{"error":"No such date."}]""").Should().ContainSingle().Which.Text.Should().Be("refusals of requests.json hold no error with a description any more.");
        Texts(Of(refusal: """[{"description":"No such date."}]""")).Should().Equal("error | refusals of requests.json code | in 1 of 1 | -");
        Texts(Of(refusal: "<html>No</html>")).Should().Equal("format | refusals of requests.json | readable | unreadable");
        Of(refusal: "").Should().ContainSingle().Which.Kind.Should().Be("error");
    }

    [Test]
    public void Media_types_and_discovery()
    {
        Of(type: "text/html").Should().OnlyContain(d => d.Kind == "media-type").And.HaveCount(5);
        Texts(Of(discovery: Discovery.Replace("production", "test", StringComparison.Ordinal))).Should().HaveCount(2).And.OnlyContain(t => t.StartsWith("discovery", StringComparison.Ordinal));
    }

    [Test]
    public void A_question_that_is_answered_otherwise()
    {
        var now = Recording([.. City().Cassette.Takes.Select(t => t.Url.EndsWith("yesterday", StringComparison.Ordinal) ? t with { Status = 500 } : t)]);
        Texts(RecordingDiff.Of(City(), now)).Should().Equal("status | GET /requests.json?start_date=yesterday& | 400 | 500");
    }

    [Test]
    public void Order_alone_is_no_difference() => RecordingDiff.Of(City(), City(
        """[{"keywords":" b, a ","metadata":false,"type":"batch","service_name":"Lamps","service_code":"002"},{"metadata":true,"service_code":"001","type":"realtime","keywords":"b,a","service_name":"Holes"}]""".Replace("\" b, a \"", "\"\"", StringComparison.Ordinal),
        Definition.Replace("""{"key":"a","name":"A"},{"key":"b","name":"B"}""", """{"key":"b","name":"B"},{"name":"A","key":"a"}""", StringComparison.Ordinal),
        """[{"address":null,"status":"closed","requested_datetime":"2026-05-21T10:00:00Z","lat":41.6,"service_request_id":"8"},{"service_request_id":"7","status":"open","requested_datetime":"2026-05-20T10:00:00Z","lat":41.5,"address":"Main St"}]""",
        null,
        Discovery.Replace("""["text/xml","application/json"]""", """["application/json","text/xml"]""", StringComparison.Ordinal))).Should().BeEmpty();

    [Test]
    public void Bytes_that_say_the_same_are_no_difference()
    {
        Of(" \n" + Services.Replace("Holes", "\\u0048oles", StringComparison.Ordinal).Replace(",", " ,\r\n ", StringComparison.Ordinal), type: "Application/JSON").Should().BeEmpty();
        Recording Xml(string body) => Recording([Take("/v2/services.xml", 200, body, "text/xml")]);
        RecordingDiff.Of(
            Xml("<services><service><service_code>001</service_code><service_name>A &amp; B</service_name><group/></service></services>"),
            Xml("<?xml version=\"1.0\"?>\n<services>\n <service><service_name><![CDATA[A & B]]></service_name><service_code>001</service_code><group></group>\n</service></services>")).Should().BeEmpty();
    }

    [Test]
    public void Which_requests_there_are_is_no_difference()
    {
        Of(requests: Requests.Replace("\"7\"", "\"70\"", StringComparison.Ordinal).Replace("Main St", "Elm St", StringComparison.Ordinal)).Should().BeEmpty();
        Of(requests: "[]").Should().BeEmpty();
        Recording Singles(int seven, int eight, int none) => Recording(
            [Take("/v2/requests/7.json", seven, Requests), Take("/v2/requests/8.json", eight, Requests), Take("/v2/requests/none.json", none, Refusal)]);
        RecordingDiff.Of(Singles(200, 200, 404), Singles(404, 200, 404)).Should().BeEmpty("one of them is gone");
        Texts(RecordingDiff.Of(Singles(200, 200, 404), Singles(500, 500, 404))).Should().Contain("status | requests/ID.json | 200 | 500");
        Texts(RecordingDiff.Of(Singles(200, 200, 404), Singles(200, 200, 500))).Should().Equal("status | GET /requests/none.json? | 404 | 500");
    }
}
