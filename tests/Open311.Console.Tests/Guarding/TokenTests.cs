using System.Net;
using Open311.WebConsole.Tests.Fakes;

namespace Open311.WebConsole.Tests.Guarding;

public sealed class TokenTests
{
    const string Token = "correct-horse-battery";

    [Test]
    public async Task Without_a_token_it_listens_on_loopback_alone()
    {
        var start = () => OpenConsole.StartAsync(new FakeChecks(), o => o with { Address = IPAddress.Any });

        (await start.Should().ThrowAsync<ConsoleException>()).WithMessage("*--token*");
    }

    [Test]
    public async Task A_token_that_is_easy_to_guess_is_refused()
    {
        var start = () => OpenConsole.StartAsync(new FakeChecks(), o => o with { Token = "secret" });

        (await start.Should().ThrowAsync<ConsoleException>()).WithMessage("*16 characters*");
    }

    [TestCase("/")]
    [TestCase("/checks/new")]
    [TestCase("/cities")]
    [TestCase("/verify")]
    [TestCase("/console.js")]
    [TestCase("/runs/aaaaaaaaaaaaaaaaaaaa")]
    [TestCase("/runs/aaaaaaaaaaaaaaaaaaaa/files/report.html")]
    [TestCase("/runs/aaaaaaaaaaaaaaaaaaaa/events")]
    public async Task Whoever_does_not_know_it_sees_nothing_but_the_way_in(string path)
    {
        await using var console = await OpenConsole.StartAsync(new FakeChecks(), o => o with { Token = Token });
        using var visitor = console.Visit();

        using var answer = await visitor.GetAsync(path);

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("action=\"/enter\"").And.NotContain("href=\"/cities\"");
    }

    [Test]
    public async Task Whoever_knows_it_is_let_in_by_a_cookie_that_does_not_tell_it()
    {
        await using var console = await OpenConsole.StartAsync(new FakeChecks(), o => o with { Token = Token });
        using var visitor = console.Visit();

        using var wrong = await visitor.PostAsync("/", "/enter", ("token", Token + "x"));
        using var right = await visitor.PostAsync("/", "/enter", ("token", Token));

        wrong.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        right.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        right.Headers.GetValues("Set-Cookie").Should().ContainSingle().Which.ToLowerInvariant().Should()
            .Contain("open311-console=").And.Contain("httponly").And.Contain("samesite=lax").And.NotContain(Token);
        (await visitor.GetAsync("/")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Test]
    public async Task A_form_is_not_taken_from_who_does_not_know_it()
    {
        var checks = new FakeChecks();
        await using var console = await OpenConsole.StartAsync(checks, o => o with { Token = Token });
        using var visitor = console.Visit();

        using var answer = await visitor.PostAsync("/", "/checks", ("url", "https://example.org/"));

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        checks.Forms.Should().BeEmpty();
    }
}
