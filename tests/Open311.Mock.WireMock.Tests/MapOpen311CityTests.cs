using System.Net;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace Open311.Mock.WireMock.Tests;

[TestFixture(false)]
[TestFixture(true)]
public sealed class MapOpen311CityTests(bool isPrepared)
{
    [Test]
    public async Task The_city_answers_under_the_address_of_the_server()
    {
        using var server = Start();
        await using var city = server.MapOpen311City();
        using var client = new HttpClient();

        var discovery = await client.GetStringAsync(city.Discovery);

        city.BaseAddress.OriginalString.Should().StartWith(server.Url);
        discovery.Should().Contain(city.Endpoint.OriginalString);
    }

    [Test]
    public async Task What_is_posted_is_read_back_and_both_are_logged()
    {
        using var server = Start();
        await using var city = server.MapOpen311City();
        using var client = new HttpClient { BaseAddress = city.BaseAddress };

        var answer = await client.PostAsync("requests.json", new FormUrlEncodedContent(city.SampleForm));
        var id = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync()).RootElement[0].GetProperty("service_request_id").GetString();
        var read = await client.GetStringAsync($"requests/{id}.json");

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        read.Should().Contain(id);
        server.LogEntries.Select(e => e.RequestMessage!.Method).Should().Equal("POST", "GET");
        city.Journal.Total.Should().Be(2);
        city.Scores.Calls.Should().Be(2);
    }

    [Test]
    public async Task A_stub_given_before_the_city_overrides_it_too()
    {
        using var server = Start();
        server.Given(Request.Create().WithPath("/open311/v2/services.xml")).RespondWith(Response.Create().WithStatusCode(418));
        using var city = server.MapOpen311City();
        using var client = new HttpClient { BaseAddress = city.BaseAddress };

        (await client.GetAsync("services.xml")).StatusCode.Should().Be((HttpStatusCode)418);
        (await client.GetAsync("services.json")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Test]
    public async Task A_stub_for_one_state_of_a_scenario_gives_way_to_the_city_afterwards()
    {
        using var server = Start();
        await using var city = server.MapOpen311City();
        server.Given(Request.Create().WithPath("/open311/v2/services.json")).InScenario("outage").WillSetStateTo("over").RespondWith(Response.Create().WithStatusCode(503));
        using var client = new HttpClient { BaseAddress = city.BaseAddress };

        (await client.GetAsync("services.json")).StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await client.GetAsync("services.json")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Test]
    public async Task The_log_holds_as_many_entries_as_asked()
    {
        using var server = Start();
        await using var city = server.MapOpen311City(logEntries: 3);
        using var client = new HttpClient { BaseAddress = city.BaseAddress };

        for (var i = 0; i < 10; i++)
            await client.GetAsync($"requests/{i}.json");

        server.LogEntries.Select(e => e.RequestMessage!.Path).Should().Equal("/open311/v2/requests/7.json", "/open311/v2/requests/8.json", "/open311/v2/requests/9.json");
    }

    [Test]
    public async Task Options_are_those_of_the_mock()
    {
        using var server = Start();
        await using var city = server.MapOpen311City(o =>
        {
            o.City = "two-rivers";
            o.StartAt = new DateTimeOffset(2026, 5, 20, 9, 30, 0, TimeSpan.Zero);
            o.Faults.Add("status=503");
        });
        using var client = new HttpClient { BaseAddress = city.BaseAddress };

        city.Jurisdictions.Should().HaveCountGreaterThan(1);
        city.Clock.GetUtcNow().Year.Should().Be(2026);
        (await client.GetAsync($"services.json?jurisdiction_id={city.Jurisdictions[0]}")).StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
    }

    [Test]
    public async Task A_reset_brings_the_city_back_where_the_mappings_of_the_server_were_reset()
    {
        using var server = Start();
        await using var city = server.MapOpen311City();
        using var client = new HttpClient { BaseAddress = city.BaseAddress };
        await client.PostAsync("requests.json", new FormUrlEncodedContent(city.SampleForm));
        server.Reset();

        city.Reset();

        (await client.GetAsync("services.json")).StatusCode.Should().Be(HttpStatusCode.OK);
        city.Journal.Total.Should().Be(1);
    }

    [Test]
    public async Task A_fault_of_the_framing_reaches_the_wire()
    {
        using var server = Start();
        await using var city = server.MapOpen311City(o => o.Faults.Add("truncate"));
        using var client = new HttpClient { BaseAddress = city.BaseAddress };

        var asking = () => client.GetStringAsync("services.json");

        await asking.Should().ThrowAsync<HttpRequestException>();
    }

    [Test]
    public async Task Without_the_city_the_server_goes_on_alone()
    {
        using var server = Start();
        var city = server.MapOpen311City();
        await city.DisposeAsync();
        using var client = new HttpClient { BaseAddress = new Uri(server.Url!) };

        (await client.GetAsync("open311/v2/services.json")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    WireMockServer Start() => isPrepared ? WireMockServer.Start(settings => settings.PrepareOpen311City()) : WireMockServer.Start();
}
