using System.Text;
using System.Text.Json.Nodes;
using Open311.Mock.Tests.Clients;

namespace Open311.Mock.Tests.Admin;

[CancelAfter(30_000)]
public sealed class AdminCalls
{
    MockCity city = null!;

    [SetUp]
    public async Task Open() => city = await MockCity.StartAsync(o => o.City = Clients.CityFiles.PathOf("blank-city"));

    [TearDown]
    public async Task Close() => await city.DisposeAsync();

    [Test]
    public async Task Tells_health_state_and_its_own_description()
    {
        (await JsonAsync("GET", "health"))["status"]!.GetValue<string>().Should().Be("ok");
        (await JsonAsync("GET", "state"))["seed"]!.GetValue<int>().Should().Be(311);
        var described = await JsonAsync("GET", "openapi.json");
        foreach (var path in described["paths"]!.AsObject().Where(p => !p.Key.Contains('{')))
        {
            foreach (var method in path.Value!.AsObject().Where(m => m.Key == "get"))
                (await SendAsync(method.Key.ToUpperInvariant(), path.Key.Trim('/'))).Status.Should().Be(200, path.Key);
        }
    }

    [Test]
    public async Task Lists_calls_page_by_page()
    {
        for (var i = 0; i < 5; i++)
            await RawClient.GetAsync(city, $"/open311/v2/services.xml?jurisdiction_id={(i == 3 ? "other.example" : "")}");
        var first = await JsonAsync("GET", "journal?limit=3");
        first["calls"]!.AsArray().Should().HaveCount(3);
        var next = await JsonAsync("GET", $"journal?limit=3&after={first["next_after"]}");
        next["calls"]!.AsArray().Select(c => c!["number"]!.GetValue<long>()).Should().Equal(4, 5);
        (await JsonAsync("GET", "journal?finding=CLI-JUR-003"))["calls"]!.AsArray().Should().ContainSingle().Which!["number"]!.GetValue<long>().Should().Be(4);
        (await JsonAsync("GET", "journal/4"))["findings"]![0]!["requirement"]!.GetValue<string>().Should().Be("CLI-JUR-003");
        (await JsonAsync("GET", "findings"))["requirements"]!.AsArray().Should().Contain(r => r!["requirement"]!.GetValue<string>() == "CLI-JUR-003" && r["state"]!.GetValue<string>() == "violated");
        (await SendAsync("DELETE", "journal")).Status.Should().Be(200);
        (await JsonAsync("GET", "journal"))["kept"]!.GetValue<int>().Should().Be(0);
        (await SendAsync("GET", "journal/4")).Status.Should().Be(404);
    }

    [Test]
    public async Task Moves_the_clock_and_takes_the_city_back()
    {
        await RawClient.PostAsync(city, "api_key=blank-key&service_code=001&lat=1.5&long=1.5");
        var saved = (await SendAsync("GET", "snapshot")).Body;
        (await SendAsync("POST", "clock", """{"advance":"P91D"}""")).Status.Should().Be(200);
        (await ListedAsync()).Should().NotContain("<request>");
        (await SendAsync("POST", "restore", saved)).Status.Should().Be(200);
        (await ListedAsync()).Should().Contain("<request>");
        (await SendAsync("POST", "reset")).Status.Should().Be(200);
        (await ListedAsync()).Should().NotContain("<request>");
        var frozen = await JsonAsync("POST", "clock", """{"set":"2030-01-01T00:00:00Z","frozen":true}""");
        frozen.ToJsonString().Should().Contain("2030-01-01T00:00:00Z").And.Contain("true");
    }

    [Test]
    public async Task Orders_faults_for_the_next_calls()
    {
        (await SendAsync("POST", "faults", """{"fault":"status=503","next":2,"method":"post","resource":"requests"}""")).Status.Should().Be(201);
        const string form = "api_key=blank-key&service_code=001&lat=1.5&long=1.5";
        (await RawClient.GetAsync(city, "/open311/v2/requests.xml")).Status.Should().Be(200);
        (await RawClient.PostAsync(city, form)).Status.Should().Be(503);
        (await RawClient.PostAsync(city, form)).Status.Should().Be(503);
        (await RawClient.PostAsync(city, form)).Status.Should().Be(200);
        (await JsonAsync("GET", "faults"))["orders"]!.AsArray().Should().BeEmpty();
        var order = (await JsonAsync("POST", "faults", """{"fault":"drop"}"""))["order"]!.GetValue<int>();
        (await RawClient.GetAsync(city, "/open311/v2/services.xml")).Status.Should().Be(0);
        (await SendAsync("DELETE", $"faults/{order}")).Status.Should().Be(200);
        (await RawClient.GetAsync(city, "/open311/v2/services.xml")).Status.Should().Be(200);
    }

    [TestCase("POST", "clock", "")]
    [TestCase("POST", "clock", "[1]")]
    [TestCase("POST", "clock", "{\"advance\":\"P1M\"}")]
    [TestCase("POST", "clock", "{\"advance\":true}")]
    [TestCase("POST", "clock", "{\"advance\":\"P1D\",\"set\":\"2030-01-01T00:00:00Z\"}")]
    [TestCase("POST", "clock", "{\"set\":\"2030-01-01\"}")]
    [TestCase("POST", "clock", "{\"set\":\"9999-12-31T00:00:00Z\"}")]
    [TestCase("POST", "clock", "{\"sett\":1}")]
    [TestCase("POST", "clock", "{\"set\":1,\"set\":2}")]
    [TestCase("POST", "restore", "{}")]
    [TestCase("POST", "restore", "\u0001\u0002")]
    [TestCase("POST", "faults", "{\"fault\":\"nope\"}")]
    [TestCase("POST", "faults", "{\"fault\":\"status=99\"}")]
    [TestCase("POST", "faults", "{\"fault\":\"drop@2\"}")]
    [TestCase("POST", "faults", "{\"fault\":\"drop\",\"next\":0}")]
    [TestCase("POST", "faults", "{\"fault\":\"drop\",\"resource\":\"cheese\"}")]
    [TestCase("POST", "faults", "{\"fault\":7}")]
    [TestCase("GET", "journal?limit=x", "")]
    [TestCase("GET", "journal?limit=0", "")]
    [TestCase("GET", "journal?status=1000", "")]
    [TestCase("GET", "journal?page=1", "")]
    [TestCase("GET", "journal/x", "")]
    [TestCase("DELETE", "faults/x", "")]
    public async Task Bad_input_is_refused_with_a_sentence(string method, string path, string body)
    {
        var answer = await SendAsync(method, path, body);
        answer.Status.Should().Be(400);
        JsonNode.Parse(answer.Body)!["error"]!.GetValue<string>().Should().EndWith(".").And.NotContain("Exception").And.NotContain("\n");
    }

    [TestCase("GET", "nothing", 404)]
    [TestCase("PUT", "clock", 405)]
    [TestCase("DELETE", "faults/9", 404)]
    public async Task What_is_not_there_is_told(string method, string path, int status) => (await SendAsync(method, path)).Status.Should().Be(status);

    [TestCase("Origin: https://evil.example")]
    [TestCase("Sec-Fetch-Site: cross-site")]
    [TestCase("X-Admin-Token: guess")]
    public async Task A_web_page_cannot_drive_it(string header)
    {
        var answer = await RawClient.SendAsync(city, "POST /__open311/reset HTTP/1.1", [header, "Content-Length: 0"], []);
        answer.Status.Should().Be(header.StartsWith("X-", StringComparison.Ordinal) ? 200 : 403, "without --admin-token nothing is compared");
        answer.Head.Should().NotContain("Access-Control");
    }

    [Test]
    public async Task A_name_that_points_here_is_not_enough()
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{city.Admin}/health");
        request.Headers.Host = "rebound.evil.example";
        (await client.SendAsync(request)).StatusCode.Should().Be(System.Net.HttpStatusCode.Forbidden);
    }

    async Task<string> ListedAsync() => (await RawClient.GetAsync(city, "/open311/v2/requests.xml")).Body;

    Task<RawAnswer> SendAsync(string method, string path, string body = "") => RawClient.SendAsync(
        city, $"{method} /__open311/{path} HTTP/1.1", [$"Content-Length: {Encoding.UTF8.GetByteCount(body)}"], Encoding.UTF8.GetBytes(body));

    async Task<JsonNode> JsonAsync(string method, string path, string body = "") => JsonNode.Parse((await SendAsync(method, path, body)).Body)!;
}
