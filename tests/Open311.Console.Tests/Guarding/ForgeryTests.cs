using System.Net;
using System.Text.RegularExpressions;
using Open311.WebConsole.Tests.Fakes;

namespace Open311.WebConsole.Tests.Guarding;

/// <summary>CSRF: another site makes a browser send a form to the console.</summary>
public sealed class ForgeryTests
{
    static readonly string[] changing = ["/checks", "/comparisons", "/verify", "/cities", "/enter", "/runs/aaaaaaaaaaaaaaaaaaaa/cancel", "/runs/aaaaaaaaaaaaaaaaaaaa/delete", "/comparisons/aaaaaaaaaaaaaaaaaaaa/delete", "/cities/aaaaaaaaaaaaaaaaaaaa/stop"];

    [TestCaseSource(nameof(changing))]
    public async Task A_form_without_its_token_changes_nothing(string path)
    {
        var checks = new FakeChecks();
        await using var console = await OpenConsole.StartAsync(checks);
        using var visitor = console.Visit();
        await visitor.TokenAsync("/checks/new");

        using var without = await visitor.SendAsync(visitor.Form(path, ("url", "https://example.org/")));
        using var invented = await visitor.SendAsync(visitor.Form(path, ("url", "https://example.org/"), ("form-token", "CfDJ8invented")));

        without.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        invented.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        checks.Forms.Should().BeEmpty();
    }

    [TestCase("http://attacker.example")]
    [TestCase("null")]
    [TestCase("http://127.0.0.1:1")]
    public async Task A_form_from_another_site_changes_nothing_even_with_a_token(string origin)
    {
        var checks = new FakeChecks();
        await using var console = await OpenConsole.StartAsync(checks);
        using var visitor = console.Visit();
        var message = visitor.Form("/checks", ("url", "https://example.org/"), ("form-token", await visitor.TokenAsync("/checks/new")));
        message.Headers.Remove("Origin");
        message.Headers.Add("Origin", origin);

        using var answer = await visitor.SendAsync(message);

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        checks.Forms.Should().BeEmpty();
    }

    [Test]
    public async Task The_token_of_one_browser_is_of_no_use_to_another()
    {
        var checks = new FakeChecks();
        await using var console = await OpenConsole.StartAsync(checks);
        using var attacker = console.Visit();
        using var victim = console.Visit();
        await victim.TokenAsync("/checks/new");

        using var answer = await victim.SendAsync(victim.Form("/checks", ("url", "https://example.org/"), ("form-token", await attacker.TokenAsync("/checks/new"))));

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        checks.Forms.Should().BeEmpty();
    }

    [Test]
    public async Task A_browser_that_says_that_the_form_is_of_another_site_is_believed()
    {
        var checks = new FakeChecks();
        await using var console = await OpenConsole.StartAsync(checks);
        using var visitor = console.Visit();
        var message = visitor.Form("/checks", ("url", "https://example.org/"), ("form-token", await visitor.TokenAsync("/checks/new")));
        message.Headers.Remove("Origin");
        message.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var answer = await visitor.SendAsync(message);

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        checks.Forms.Should().BeEmpty();
    }

    [Test]
    public async Task Every_form_that_changes_something_carries_the_token()
    {
        await using var console = await OpenConsole.StartAsync(new FakeChecks());
        using var visitor = console.Visit();
        var run = await visitor.CheckAsync("https://example.org/");
        await visitor.EndOfAsync(run);
        using var opened = await visitor.PostAsync("/cities", "/cities");

        foreach (var page in (string[])["/", "/checks/new", run, "/verify", "/cities", opened.Headers.Location!.OriginalString])
        {
            var forms = Regex.Matches(await visitor.ReadAsync(page), "<form method=\"post\".*?</form>", RegexOptions.Singleline);
            forms.Should().NotBeEmpty(page);
            forms.Select(f => f.Value).Should().OnlyContain(f => f.Contains("name=\"form-token\"", StringComparison.Ordinal), page);
        }
    }

    [Test]
    public async Task Its_cookies_are_hidden_from_scripts_and_not_sent_by_other_sites()
    {
        await using var console = await OpenConsole.StartAsync(new FakeChecks());
        using var visitor = console.Visit();

        using var answer = await visitor.GetAsync("/");

        answer.Headers.GetValues("Set-Cookie").Should().ContainSingle().Which.ToLowerInvariant().Should().Contain("httponly").And.Contain("samesite=strict");
    }
}
