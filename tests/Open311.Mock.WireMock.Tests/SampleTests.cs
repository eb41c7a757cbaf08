using System.Net;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace Open311.Mock.WireMock.Tests;

// As short as a user's own test: the client under test is any.
public sealed class SampleTests
{
    [Test]
    public async Task A_client_tells_that_the_list_of_services_is_out_of_order_and_goes_on()
    {
        using var server = WireMockServer.Start(settings => settings.PrepareOpen311City());
        await using var city = server.MapOpen311City(o => o.Seed = 7);
        server.Given(Request.Create().WithPath("/open311/v2/services.json").UsingGet()).RespondWith(Response.Create().WithStatusCode(503));
        using var client = new HttpClient { BaseAddress = city.BaseAddress };

        var services = await client.GetAsync("services.json");
        var requests = await client.GetAsync("requests.json");

        services.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        requests.StatusCode.Should().Be(HttpStatusCode.OK);
    }
}
