using System.Text;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Posting;
using Open311.Conformance.Targets;

namespace Open311.Conformance.Tests.Posting;

public class GuardedExchangesTests
{
    const string Key = "a-key-for-tests";

    [TestCase("POST")]
    [TestCase("PUT")]
    [TestCase("DELETE")]
    [TestCase("PATCH")]
    public async Task Nothing_that_writes_passes_without_consent(string method)
    {
        var wire = new CountingSource();
        var exchange = await new GuardedExchanges(wire, Target(new WriteOptions())).SendAsync(Request(method, "https://city.example/v2/requests.xml"), default);

        wire.Sent.Should().BeEmpty();
        exchange.Outcome.Should().Be(ExchangeOutcome.NotRecorded);
        exchange.Problem.Should().Contain("no consent");
    }

    [Test]
    public async Task No_more_passes_than_the_budget()
    {
        var wire = new CountingSource();
        var guard = new GuardedExchanges(wire, Target(new WriteOptions { Allowed = true, MaxPosts = 3 }));
        for (var i = 0; i < 10; i++)
            await guard.SendAsync(Request("POST", $"https://city.example/v2/requests.xml?{i}"), default);

        wire.Sent.Should().HaveCount(3);
    }

    [TestCase("https://elsewhere.example/v2/requests.xml")]
    [TestCase("http://city.example/v2/requests.xml")]
    [TestCase("https://city.example:8443/v2/requests.xml")]
    public async Task Nothing_is_written_to_another_server(string url)
    {
        var wire = new CountingSource();
        await new GuardedExchanges(wire, Target(new WriteOptions { Allowed = true })).SendAsync(Request("POST", url), default);
        wire.Sent.Should().BeEmpty();
    }

    [Test]
    public async Task The_key_goes_to_no_other_server_in_url_or_header()
    {
        var wire = new CountingSource();
        var guard = new GuardedExchanges(wire, Target(new WriteOptions { Allowed = true }));
        await guard.SendAsync(Request("GET", $"https://elsewhere.example/v2/services.xml?api_key={Key}"), default);
        await guard.SendAsync(Request("GET", $"https://elsewhere.example/v2/services.xml?k={Key}"), default);
        await guard.SendAsync(Request("GET", "https://elsewhere.example/v2/services.xml") with { Headers = [new("Authorization", $"Bearer {Key}")] }, default);
        wire.Sent.Should().BeEmpty();

        await guard.SendAsync(Request("GET", "https://elsewhere.example/v2/discovery.xml"), default);
        await guard.SendAsync(Request("GET", $"https://city.example/v2/services.xml?api_key={Key}"), default);
        wire.Sent.Should().HaveCount(2);
    }

    static Target Target(WriteOptions writes) => new() { Endpoint = new("https://city.example/v2"), ApiKey = Key, Writes = writes };

    static ProbeRequest Request(string method, string url) => new() { Method = method, Url = new(url), Body = method == "GET" ? default : Encoding.ASCII.GetBytes("a=b") };
}
