using System.Net;
using Open311.Conformance.Findings;
using Open311.WebConsole.Engine;
using Open311.WebConsole.Tests.Fakes;

namespace Open311.WebConsole.Tests.Guarding;

/// <summary>Stored XSS: what endpoints, clients and visitors say stays text.</summary>
public sealed class HostileTextTests
{
    const string Attack = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>\u202Egnp.exe";

    [Test]
    public async Task What_an_endpoint_says_is_text_on_every_page()
    {
        await using var console = await OpenConsole.StartAsync(new FakeChecks { End = _ => new CheckEnd(RunOutcome.Nonconformant, Attack, [Attack], [Attack]) });
        using var visitor = console.Visit();

        var run = await visitor.CheckAsync($"https://example.org/{Attack}", ("jurisdiction", Attack));
        var page = await visitor.EndOfAsync(run);

        Harmless(page);
        Harmless(await visitor.ReadAsync("/"));
    }

    [Test]
    public async Task What_a_visitor_types_is_text_in_the_form_and_in_its_problem()
    {
        await using var console = await OpenConsole.StartAsync(new FakeChecks());
        using var visitor = console.Visit();

        using var answer = await visitor.PostAsync("/checks/new", "/checks", ("url", Attack), ("email", Attack), ("discovery", Attack));

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        // What stands in the fields is what was typed, nothing hidden made visible.
        Harmless((await answer.Content.ReadAsStringAsync()).Replace("\u202E", "", StringComparison.Ordinal));
    }

    [Test]
    public async Task What_a_client_sends_to_a_city_is_text_in_its_journal()
    {
        await using var console = await OpenConsole.StartAsync(new FakeChecks());
        using var visitor = console.Visit();
        using var opened = await visitor.PostAsync("/cities", "/cities");
        var city = opened.Headers.Location!.OriginalString;
        var endpoint = System.Text.RegularExpressions.Regex.Match(await visitor.ReadAsync(city), "<dd>(http://[^<]+)</dd>").Groups[1].Value;
        using var client = new HttpClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "<script>alert(1)</script>");
        using var called = await client.PostAsync($"{endpoint}/requests.xml", new FormUrlEncodedContent([new("description", Attack), new("service_code", Attack)]));

        var page = await visitor.ReadAsync(city);

        page.Should().Contain("POST /open311/v2/requests.xml").And.Contain("&lt;script&gt;");
        Harmless(page);
        Harmless(await visitor.ReadAsync($"{city}?resource={Uri.EscapeDataString(Attack)}&finding={Uri.EscapeDataString(Attack)}&client={Uri.EscapeDataString(Attack)}"));
    }

    [Test]
    public async Task The_name_of_a_file_is_text()
    {
        await using var console = await OpenConsole.StartAsync(new FakeChecks());
        using var visitor = console.Visit();

        using var answer = await visitor.UploadAsync("<script>alert(1)<script>.zip", [1, 2, 3]);

        var page = await answer.Content.ReadAsStringAsync();
        page.Should().Contain("does not verify");
        Harmless(page);
    }

    [Test]
    public async Task Pages_run_no_script_but_the_one_file_and_reports_live_in_an_origin_of_their_own()
    {
        await using var console = await OpenConsole.StartAsync(new FakeChecks());
        using var visitor = console.Visit();
        var run = await visitor.CheckAsync("https://example.org/");
        await visitor.EndOfAsync(run);

        using var page = await visitor.GetAsync(run);
        using var report = await visitor.GetAsync($"{run}/files/report.html");

        var policy = string.Join(' ', page.Headers.GetValues("Content-Security-Policy"));
        policy.Should().Contain("default-src 'none'").And.Contain("script-src 'self'").And.Contain("frame-ancestors 'none'").And.NotContain("unsafe");
        var own = string.Join(' ', report.Headers.GetValues("Content-Security-Policy"));
        own.Should().Contain("sandbox").And.NotContain("allow-same-origin").And.Contain("script-src 'sha256-").And.Contain("default-src 'none'");
        report.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
    }

    [TestCase("report.html/../../console.db")]
    [TestCase("..%2F..%2Fconsole.db")]
    [TestCase("console.db")]
    [TestCase("badge.json")]
    public async Task Only_known_files_of_a_run_are_handed_out(string name)
    {
        await using var console = await OpenConsole.StartAsync(new FakeChecks());
        using var visitor = console.Visit();
        var run = await visitor.CheckAsync("https://example.org/");
        await visitor.EndOfAsync(run);

        using var answer = await visitor.GetAsync($"{run}/files/{name}");

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    static void Harmless(string page)
    {
        page.Should().NotContain("<script>alert").And.NotContain("<img src=x").And.NotContain("\u202E");
        page.Should().NotContain("Exception");
    }
}
