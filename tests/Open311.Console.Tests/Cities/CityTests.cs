using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using Open311.WebConsole.Tests.Fakes;

namespace Open311.WebConsole.Tests.Cities;

[CancelAfter(120_000)]
public sealed class CityTests
{
    [Test]
    public async Task What_clients_do_is_in_the_journal_with_its_findings_and_on_the_map()
    {
        await using var console = await OpenConsole.StartAsync(new FakeChecks());
        using var visitor = console.Visit();
        var (city, endpoint) = await OpenAsync(visitor);
        var key = Regex.Match(await visitor.ReadAsync(city), "<dt>Key that may post</dt><dd>([^<]+)</dd>").Groups[1].Value;
        using var client = new HttpClient();
        client.DefaultRequestHeaders.UserAgent.ParseAdd("tests/1.0");
        var services = await client.GetStringAsync($"{endpoint}/services.xml");
        var code = Regex.Match(services, "<service_code>([^<]+)</service_code>\\s*<service_name>[^<]*</service_name>\\s*(?:<description>[^<]*</description>\\s*)?<metadata>false").Groups[1].Value;
        var listed = await client.GetStringAsync($"{endpoint}/requests.xml?status=open");
        var (lat, @long) = (Regex.Match(listed, "<lat>([^<]+)").Groups[1].Value, Regex.Match(listed, "<long>([^<]+)").Groups[1].Value);
        using var posted = await client.PostAsync($"{endpoint}/requests.xml", new FormUrlEncodedContent(
            [new("api_key", key), new("service_code", code), new("lat", lat), new("long", @long), new("description", "A lamp is out."), new("email", "jo@example.org")]));
        using var wrong = await client.GetAsync($"{endpoint}/requests.xml?start_date=yesterday");

        var page = await visitor.ReadAsync(city);
        var filtered = await visitor.ReadAsync($"{city}?finding=any");
        var services2 = await visitor.ReadAsync($"{city}?resource=services");

        posted.StatusCode.Should().Be(HttpStatusCode.OK, await posted.Content.ReadAsStringAsync());
        page.Should().Contain("4 calls were received").And.Contain("<svg viewBox").And.Contain("start_date=yesterday").And.Contain("class=\"finding\"");
        page.Should().NotContain(key + "&amp;", "keys are taken out of the journal").And.NotContain("jo@example.org");
        filtered.Should().Contain("start_date=yesterday").And.NotContain("GET /open311/v2/services.xml");
        services2.Should().Contain("GET /open311/v2/services.xml").And.NotContain("<code>GET /open311/v2/requests.xml");
    }

    [Test]
    public async Task A_city_has_the_faults_and_the_dialect_that_were_chosen_and_goes_when_it_is_stopped()
    {
        await using var console = await OpenConsole.StartAsync(new FakeChecks());
        using var visitor = console.Visit();

        var (city, endpoint) = await OpenAsync(visitor, ("faults", "xml-labelled-html"));
        var (dialect, _) = await OpenAsync(visitor, ("dialect", "boston"));
        using var client = new HttpClient();
        using var answer = await client.GetAsync($"{endpoint}/services.xml");

        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        (await visitor.ReadAsync(dialect)).Should().Contain("Boston");
        using var stopped = await visitor.PostAsync(city, $"{city}/stop");
        (await visitor.GetAsync(city)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        await FluentActions.Awaiting(() => client.GetAsync($"{endpoint}/services.xml")).Should().ThrowAsync<HttpRequestException>();
    }

    [TestCase("faults", "no-such-fault", "There is no defect 'no-such-fault'")]
    [TestCase("dialect", "klingon", "There is no dialect")]
    [TestCase("city", "/etc/passwd", "There is no city")]
    public async Task What_does_not_exist_is_told_in_a_sentence(string field, string value, string sentence)
    {
        await using var console = await OpenConsole.StartAsync(new FakeChecks());
        using var visitor = console.Visit();

        using var answer = await visitor.PostAsync("/cities", "/cities", (field, value));

        ((int)answer.StatusCode).Should().Be(422);
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).Should().Contain(WebUtility.HtmlDecode(sentence));
    }

    [Test]
    public async Task Only_a_few_are_open_at_a_time()
    {
        await using var console = await OpenConsole.StartAsync(new FakeChecks());
        using var visitor = console.Visit();
        for (var n = 0; n < 5; n++)
            await OpenAsync(visitor);

        using var answer = await visitor.PostAsync("/cities", "/cities");

        (await answer.Content.ReadAsStringAsync()).Should().Contain("5 cities are open already");
    }

    [Test]
    public async Task Who_looks_on_is_told_of_calls_and_of_the_end()
    {
        await using var console = await OpenConsole.StartAsync(new FakeChecks());
        using var visitor = console.Visit();
        var (city, endpoint) = await OpenAsync(visitor);
        using var events = new StreamReader(await visitor.StreamAsync($"{city}/events"));
        await NextAsync(events, "event: changed");

        using var client = new HttpClient();
        await client.GetStringAsync($"{endpoint}/services.xml");
        await NextAsync(events, "event: changed");
        using var stopped = await visitor.PostAsync(city, $"{city}/stop");

        await NextAsync(events, "event: end");
    }

    // A stand-in for the clock shows whose it is: while it stands still, nobody looks at the journal.
    [Test]
    public async Task The_journal_is_looked_at_by_the_clock_of_the_console()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 6, 15, 10, 0, 0, TimeSpan.Zero));
        await using var console = await OpenConsole.StartAsync(new FakeChecks(), o => o with { Clock = clock });
        using var visitor = console.Visit();
        var (city, endpoint) = await OpenAsync(visitor);
        using var events = new StreamReader(await visitor.StreamAsync($"{city}/events"));
        await NextAsync(events, "event: changed");
        using var client = new HttpClient();
        await client.GetStringAsync($"{endpoint}/services.xml");

        var told = NextAsync(events, "event: changed");
        told.IsCompleted.Should().BeFalse();
        while (!told.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await told;
    }

    static async Task NextAsync(StreamReader events, string expected)
    {
        while (await events.ReadLineAsync() is var line && line != expected)
            line.Should().BeOneOf("", "data: ", "data:");
    }

    static async Task<(string Path, string Endpoint)> OpenAsync(Visitor visitor, params (string, string)[] fields)
    {
        using var opened = await visitor.PostAsync("/cities", "/cities", fields);
        opened.StatusCode.Should().Be(HttpStatusCode.SeeOther, await opened.Content.ReadAsStringAsync());
        var path = opened.Headers.Location!.OriginalString;
        return (path, Regex.Match(await visitor.ReadAsync(path), "<dd>(http://[^<]+)</dd>").Groups[1].Value);
    }
}
