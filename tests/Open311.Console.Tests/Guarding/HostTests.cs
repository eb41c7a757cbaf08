using System.Net;
using Open311.WebConsole.Tests.Fakes;

namespace Open311.WebConsole.Tests.Guarding;

/// <summary>DNS rebinding: a page of a stranger whose name resolves here calls the console by that name.</summary>
public sealed class HostTests
{
    [TestCase("attacker.example")]
    [TestCase("attacker.example:3112")]
    [TestCase("127.0.0.1.attacker.example")]
    [TestCase("localhost.attacker.example")]
    [TestCase("192.168.0.7")]
    [TestCase("0.0.0.0")]
    [TestCase("[::ffff:10.0.0.1]")]
    public async Task A_name_that_a_stranger_can_point_here_gets_nothing(string host)
    {
        await using var console = await OpenConsole.StartAsync(new FakeChecks());
        using var visitor = console.Visit();
        var message = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = host } };

        using var answer = await visitor.SendAsync(message);

        answer.StatusCode.Should().Be(HttpStatusCode.MisdirectedRequest);
        (await answer.Content.ReadAsStringAsync()).Should().NotContain("form");
        answer.Headers.Contains("Set-Cookie").Should().BeFalse();
    }

    [TestCase("localhost")]
    [TestCase("LOCALHOST:1")]
    [TestCase("127.0.0.1")]
    [TestCase("[::1]:3112")]
    public async Task The_names_of_this_machine_are_answered(string host)
    {
        await using var console = await OpenConsole.StartAsync(new FakeChecks());
        using var visitor = console.Visit();
        var message = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = host } };

        using var answer = await visitor.SendAsync(message);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Test]
    public async Task A_stranger_s_name_starts_nothing_either()
    {
        var checks = new FakeChecks();
        await using var console = await OpenConsole.StartAsync(checks);
        using var visitor = console.Visit();
        var message = visitor.Form("/checks", ("url", "https://example.org/"), ("form-token", await visitor.TokenAsync("/checks/new")));
        message.Headers.Host = "attacker.example";
        message.Headers.Remove("Origin");
        message.Headers.Add("Origin", "http://attacker.example");

        using var answer = await visitor.SendAsync(message);

        answer.StatusCode.Should().Be(HttpStatusCode.MisdirectedRequest);
        checks.Forms.Should().BeEmpty();
    }
}
