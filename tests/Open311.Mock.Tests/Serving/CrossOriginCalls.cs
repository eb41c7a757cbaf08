using Open311.Mock.Tests.Clients;

namespace Open311.Mock.Tests.Serving;

[CancelAfter(30_000)]
public sealed class CrossOriginCalls
{
    [Test]
    public async Task Pages_of_other_origins_may_call_the_city()
    {
        await using var city = await MockCity.StartAsync();
        var preflight = await RawClient.SendAsync(
            city,
            "OPTIONS /open311/v2/requests.json HTTP/1.1",
            ["Origin: https://app.example", "Access-Control-Request-Method: POST", "Access-Control-Request-Headers: content-type, authorization"],
            []);
        preflight.Status.Should().Be(204);
        preflight.Header("Access-Control-Allow-Origin").Should().Be("*");
        preflight.Header("Access-Control-Allow-Methods").Should().Contain("POST");
        preflight.Header("Access-Control-Allow-Headers").Should().Be("content-type, authorization");
        var read = await RawClient.GetAsync(city, "/open311/v2/services.json?status=Open", "Origin: https://app.example");
        read.Header("Access-Control-Allow-Origin").Should().Be("*");
        (await RawClient.GetAsync(city, "/open311/v2/services.json")).Header("Access-Control-Allow-Origin").Should().BeNull();
    }

    [Test]
    public async Task Hostile_preflights_are_harmless()
    {
        await using var city = await MockCity.StartAsync();
        var answer = await RawClient.SendAsync(
            city,
            "OPTIONS /open311/v2/requests.json HTTP/1.1",
            ["Origin: x", "Access-Control-Request-Method: \u00FF", "Access-Control-Request-Headers: \u00E9, a b, " + new string('x', 5000)],
            []);
        answer.Status.Should().Be(204);
    }
}
