using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Open311.Mock.Serving;
using Open311.Mock.WireMock.Serving;
using Open311.Mock.WireMock.Stubs;
using Open311.Mock.WireMock.Tests.Stubs;

namespace Open311.Mock.WireMock.Tests.Serving;

public sealed class StubbedCityTests
{
    const string Outage = """{"Title":"Outage","Request":{"Path":"/open311/v2/services.json","Methods":["GET"]},"Response":{"StatusCode":503,"Headers":{"Retry-After":"7","X-A":["1","2"]},"Body":"closed"}}""";

    static Task<StubbedCity> StartAsync(StubDirectory folder, CityServerOptions? options = null, Action<string>? tell = null) =>
        StubbedCity.StartAsync(options ?? new CityServerOptions(), folder.FullPath, tell ?? (_ => { }));

    static HttpClient Client(StubbedCity city) => new() { BaseAddress = new Uri(city.City.Endpoint.OriginalString + "/") };

    [Test]
    public async Task A_stub_answers_in_place_of_the_city_and_the_journal_names_it()
    {
        using var folder = new StubDirectory(("outage.json", Outage));
        await using var city = await StartAsync(folder);
        using var client = Client(city);

        var stubbed = await client.GetAsync("services.json");
        var own = await client.GetAsync("services.xml");

        stubbed.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await stubbed.Content.ReadAsStringAsync()).Should().Be("closed");
        stubbed.Headers.GetValues("X-A").Should().Equal("1", "2");
        own.StatusCode.Should().Be(HttpStatusCode.OK);
        city.City.Journal.Entries.Select(e => (e.AnsweredBy, e.Status)).Should().Equal(("stub outage.json#1 (Outage)", 503), (null, 200));
        city.City.Journal.Entries[0].AnswerBody.Should().Be("closed");
        city.City.Journal.Entries[0].AnswerHeaders.Should().Contain(h => h.Key == "Retry-After" && h.Value == "7");
        city.City.Scores.Calls.Should().Be(1, "clients are judged by what the city answers");
        city.Stubs.Should().Be(1);
    }

    [Test]
    public async Task The_administration_tells_who_answered_and_no_stub_stands_before_it()
    {
        using var folder = new StubDirectory(("all.json", """{"Request":{"Path":"/*"},"Response":{"StatusCode":418}}"""));
        await using var city = await StartAsync(folder);
        using var client = Client(city);
        (await client.GetAsync("services.json")).StatusCode.Should().Be((HttpStatusCode)418);

        using var journal = JsonDocument.Parse(await client.GetStringAsync($"{city.City.Admin}/journal"));
        var har = await client.GetStringAsync($"{city.City.Admin}/journal.har");

        journal.RootElement.GetProperty("calls")[0].GetProperty("answered_by").GetString().Should().Be("stub all.json#1");
        har.Should().Contain("\"_answeredBy\": \"stub all.json#1\"");
    }

    [Test]
    public async Task The_administration_of_WireMock_Net_is_off()
    {
        using var folder = new StubDirectory(("outage.json", Outage));
        await using var city = await StartAsync(folder);
        using var client = Client(city);

        (await client.GetAsync("/__admin/mappings")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await client.PostAsync("/__admin/mappings", new StringContent("{}"))).IsSuccessStatusCode.Should().BeFalse();
    }

    [Test]
    public async Task A_post_that_no_stub_takes_reaches_the_city_whole_though_a_stub_of_its_path_looked_at_it()
    {
        using var folder = new StubDirectory(("post.json", """
            {"Request":{"Path":"/open311/v2/requests.json","Methods":["POST"],"Body":{"Matcher":{"Name":"WildcardMatcher","Pattern":"*REFUSE-ME*"}}},"Response":{"StatusCode":403}}
            """));
        await using var city = await StartAsync(folder);
        using var client = Client(city);
        var form = city.City.SampleForm;

        var taken = await client.PostAsync("requests.json", new FormUrlEncodedContent(form));
        var refused = await client.PostAsync("requests.json", new FormUrlEncodedContent([.. form, new("address_string", "REFUSE-ME")]));

        taken.StatusCode.Should().Be(HttpStatusCode.OK);
        refused.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        city.City.Scores.Calls.Should().Be(1);
        city.City.Journal.Entries.Select(e => e.Body).Should().OnlyContain(b => b.Contains("service_code", StringComparison.Ordinal));
        city.City.Journal.Entries[1].Body.Should().NotContain(city.City.City.Keys[0], "keys are taken out of what stubs answered, too");
    }

    [Test]
    public async Task Scenarios_begin_anew_when_the_city_is_reset()
    {
        using var folder = new StubDirectory(("once.json", """
            {"Scenario":"outage","SetStateTo":"over","Request":{"Path":"/open311/v2/services.json"},"Response":{"StatusCode":503}}
            """));
        await using var city = await StartAsync(folder);
        using var client = Client(city);

        (await client.GetAsync("services.json")).StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await client.GetAsync("services.json")).StatusCode.Should().Be(HttpStatusCode.OK);
        await client.PostAsync($"{city.City.Admin}/reset", null);

        (await client.GetAsync("services.json")).StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
    }

    [Test]
    public async Task Faults_dialects_and_several_jurisdictions_are_those_of_the_mock()
    {
        using var folder = new StubDirectory(("outage.json", Outage));
        await using var city = await StartAsync(folder, new CityServerOptions { Dialect = "boston", Disturbances = ["truncate"] });
        using var client = Client(city);

        (await client.GetAsync("services.json")).StatusCode.Should().Be(city.City.Endpoint.AbsolutePath == "/open311/v2" ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK);
        var truncated = () => client.GetStringAsync("requests.json");
        await truncated.Should().ThrowAsync<HttpRequestException>();
    }

    [Test]
    public async Task A_broken_stub_is_refused_before_anything_listens()
    {
        using var folder = new StubDirectory(("a.json", Outage), ("b.json", """{"request":{"urlPathPattern":"/.*"},"response":{}}"""));

        var starting = () => StartAsync(folder, new CityServerOptions { Address = IPAddress.Parse("203.0.113.9"), Port = 3110 });

        (await starting.Should().ThrowAsync<StubException>()).Which.Message.Should().StartWith("b.json, mapping 1, Request: 'urlPathPattern'");
    }

    [Test]
    public async Task A_taken_port_is_told_at_once()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        using var folder = new StubDirectory();
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var starting = () => StartAsync(folder, new CityServerOptions { Port = ((IPEndPoint)taken.LocalEndpoint).Port });

        await starting.Should().ThrowAsync<IOException>();
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(8), "WireMock.Net waits for ten");
    }

    [Test]
    public async Task Changes_are_served_without_a_new_start()
    {
        using var folder = new StubDirectory();
        var told = new TaskCompletionSource<string>();
        await using var city = await StartAsync(folder, tell: t => told.TrySetResult(t));
        using var client = Client(city);
        (await client.GetAsync("services.json")).StatusCode.Should().Be(HttpStatusCode.OK);

        folder.Write("outage.json", Outage);
        await told.Task.WaitAsync(TimeSpan.FromSeconds(30));

        (await client.GetAsync("services.json")).StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
    }

    // What WireMock.Net chokes on while a stub for every path is in force.
    [TestCase("GET /open311/v2/services.json?= HTTP/1.1\r\nHost: a\r\n\r\n")]
    [TestCase("GET /open311/v2/services.json?a=%FF%ZZ HTTP/1.1\r\nHost: a\r\n\r\n")]
    [TestCase("GET /open311/v2/services.json HTTP/1.1\r\nHost: [\r\n\r\n")]
    [TestCase("GET /open311/v2/services.json HTTP/1.1\r\nHost: a\r\nCookie: \u00e9=\u00ff\r\n\r\n")]
    [TestCase("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n")]
    [TestCase("GET //..//%2e%2e/ HTTP/1.1\r\nHost: a\r\n\r\n")]
    [TestCase("POST /open311/v2/requests.json HTTP/1.1\r\nHost: a\r\nContent-Encoding: gzip\r\nContent-Type: application/json\r\nContent-Length: 3\r\n\r\nabc")]
    public async Task Odd_calls_are_answered_without_a_500(string call)
    {
        using var folder = new StubDirectory(("all.json", """{"Request":{"Path":"/*","Headers":[{"Name":"X-Never","Matchers":[{"Name":"ExactMatcher","Pattern":"x"}]}]},"Response":{}}"""));
        await using var city = await StartAsync(folder);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, city.City.Origin.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(call));
        var buffer = new byte[12];
        await stream.ReadExactlyAsync(buffer);

        Encoding.ASCII.GetString(buffer).Should().StartWith("HTTP/1.1 ").And.NotEndWith("500");
    }

    [Test]
    public async Task A_body_beyond_all_measure_is_answered_by_the_city_and_not_kept()
    {
        using var folder = new StubDirectory(("post.json", """{"Request":{"Path":"/open311/v2/requests.json","Headers":[{"Name":"X-Never","Matchers":[{"Name":"ExactMatcher","Pattern":"x"}]}]},"Response":{}}"""));
        await using var city = await StartAsync(folder);
        using var client = Client(city);

        var answer = await client.PostAsync("requests.json", new ByteArrayContent(new byte[3 * 1024 * 1024]));

        answer.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }
}
