using Open311.Mock.Running;

namespace Open311.Mock.Tests.Clients;

/// <summary>What the server refuses before any of our code sees it is in the journal all the same.</summary>
[CancelAfter(30_000)]
public sealed class NoHttpCalls
{
    [TestCase("GET /services.xml HTTP/9.9", "")]
    [TestCase("HELLO", "")]
    [TestCase("GET /open311/v2/services.xml HTTP/1.1", "Host: elsewhere")]
    [TestCase("POST /open311/v2/requests.xml HTTP/1.1", "Content-Length: many")]
    public async Task Are_told_as_what_they_are(string line, string header)
    {
        await using var city = await MockCity.StartAsync();

        var answer = await RawClient.SendAsync(city, line, header.Length == 0 ? [] : [header], []);

        answer.Status.Should().BeOneOf(400, 505);
        var call = city.Journal.Entries.Should().ContainSingle().Subject;
        call.Status.Should().Be(answer.Status);
        call.Findings.Should().ContainSingle().Which.Should().Match<Mock.Clients.ClientFinding>(f => f.Requirement == "CLI-HTTP-005" && f.Verdict == "fail");
        city.Scores.All().Single(s => s.Requirement.Id == "CLI-HTTP-005").State.Should().Be("violated");
    }

    [Test]
    public async Task Are_not_what_a_plain_call_is()
    {
        await using var city = await MockCity.StartAsync();

        await RawClient.GetAsync(city, RawClient.Full(city, "services.xml"));

        city.Scores.All().Single(s => s.Requirement.Id == "CLI-HTTP-005").State.Should().Be("met");
    }

    [Test]
    public async Task Several_jurisdictions_need_no_city_to_be_named()
    {
        await using var city = await MockCity.StartAsync(o => o.Mode = CityMode.Multi);

        city.Jurisdictions.Should().HaveCountGreaterThan(1);
    }
}
