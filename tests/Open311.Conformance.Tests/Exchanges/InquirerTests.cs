using Microsoft.Extensions.Time.Testing;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Targets;
using static Open311.Conformance.Tests.Exchanges.ScriptedSource;

namespace Open311.Conformance.Tests.Exchanges;

public sealed class InquirerTests
{
    const string Url = "https://city.example/v2/services.xml";

    static readonly RunSettings Settings = new() { Pause = TimeSpan.FromSeconds(1), MaxRetryAfter = TimeSpan.FromSeconds(30) };

    readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.Zero };

    [Test]
    public async Task Asks_once_when_the_answer_can_be_judged()
    {
        var source = new ScriptedSource().On(Url, Answering(404));

        var attempts = await Inquire(source).AskAsync(Probing.Get(Url), CancellationToken.None);

        attempts.Should().ContainSingle();
        source.Asked.Should().ContainSingle().Which.Attempt.Should().Be(0);
    }

    [TestCase(500)]
    [TestCase(502)]
    [TestCase(503)]
    public async Task Repeats_a_read_once_after_a_pause_when_the_server_is_in_trouble(int status)
    {
        var source = new ScriptedSource().On(Url, Answering(status));

        var asking = Inquire(source).AskAsync(Probing.Get(Url), CancellationToken.None).AsTask();

        source.Asked.Should().ContainSingle();
        clock.Advance(TimeSpan.FromSeconds(1));
        var attempts = await asking;
        attempts.Select(a => a.Request.Attempt).Should().Equal(0, 1);
        attempts.Select(a => a.Request.Key).Should().OnlyHaveUniqueItems();
    }

    [TestCase(ExchangeOutcome.Broken, 2)]
    [TestCase(ExchangeOutcome.NoAnswer, 2)]
    [TestCase(ExchangeOutcome.TimedOut, 1)]
    [TestCase(ExchangeOutcome.TooLarge, 1)]
    [TestCase(ExchangeOutcome.ConnectionRefused, 1)]
    [TestCase(ExchangeOutcome.NameNotResolved, 1)]
    [TestCase(ExchangeOutcome.TlsFailed, 1)]
    public async Task Repeats_what_broke_off_and_nothing_else(ExchangeOutcome outcome, int times)
    {
        var source = new ScriptedSource().On(Url, Failing(outcome));

        var asking = Inquire(source).AskAsync(Probing.Get(Url), CancellationToken.None).AsTask();
        clock.Advance(TimeSpan.FromSeconds(1));

        (await asking).Should().HaveCount(times);
    }

    [TestCase(429)]
    [TestCase(503)]
    public async Task Waits_as_long_as_it_is_told(int status)
    {
        var source = new ScriptedSource().On(Url, Answering(status, "", new HeaderField("retry-after", "7")), Answering(200));

        var asking = Inquire(source).AskAsync(Probing.Get(Url), CancellationToken.None).AsTask();

        clock.Advance(TimeSpan.FromSeconds(6.9));
        source.Asked.Should().ContainSingle();
        clock.Advance(TimeSpan.FromSeconds(0.1));
        (await asking).Select(a => a.Answer!.Status).Should().Equal(status, 200);
    }

    [Test]
    public async Task Waits_until_a_date_counted_from_the_servers_own_clock()
    {
        var source = new ScriptedSource().On(
            Url,
            Answering(429, "", new("Retry-After", "Mon, 23 Nov 2026 09:00:10 GMT"), new("Date", "Mon, 23 Nov 2026 09:00:00 GMT")),
            Answering(200));

        var asking = Inquire(source).AskAsync(Probing.Get(Url), CancellationToken.None).AsTask();

        clock.Advance(TimeSpan.FromSeconds(9));
        asking.IsCompleted.Should().BeFalse();
        clock.Advance(TimeSpan.FromSeconds(1));
        (await asking).Should().HaveCount(2);
    }

    [TestCase("31")]
    [TestCase("86400")]
    [TestCase("Mon, 23 Nov 2026 13:00:00 GMT")]
    public async Task Does_not_wait_beyond_the_limit(string retryAfter)
    {
        var source = new ScriptedSource().On(Url, Answering(429, "", new HeaderField("Retry-After", retryAfter)));

        var attempts = await Inquire(source).AskAsync(Probing.Get(Url), CancellationToken.None);

        attempts.Should().ContainSingle();
    }

    [TestCase("")]
    [TestCase("soon")]
    [TestCase("-1")]
    [TestCase("99999999999999999999")]
    public async Task A_429_that_does_not_say_how_long_is_waited_out_by_growing_pauses(string retryAfter)
    {
        var source = new ScriptedSource().On(Url, Answering(429, "", new HeaderField("Retry-After", retryAfter)));

        var asking = Inquire(source).AskAsync(Probing.Get(Url), CancellationToken.None).AsTask();
        foreach (var pause in new[] { 1, 2, 3 })
            clock.Advance(TimeSpan.FromSeconds(pause));

        (await asking).Should().HaveCount(4, "four attempts are enough");
    }

    [Test]
    public async Task All_questions_keep_quiet_while_a_server_asks_for_patience()
    {
        const string Other = "https://city.example/v2/requests.xml";
        var source = new ScriptedSource()
            .On(Url, Answering(429, "", new HeaderField("Retry-After", "5")), Answering(200))
            .On(Other, Answering(200));
        var inquirer = Inquire(source);

        var first = inquirer.AskAsync(Probing.Get(Url), CancellationToken.None).AsTask();
        var second = inquirer.AskAsync(Probing.Get(Other), CancellationToken.None).AsTask();

        source.Asked.Should().ContainSingle();
        clock.Advance(TimeSpan.FromSeconds(5));
        await Task.WhenAll(first, second);
        source.Asked.Should().HaveCount(3);
    }

    [TestCase("POST", 500)]
    [TestCase("POST", 429)]
    [TestCase("DELETE", 503)]
    public async Task Never_repeats_what_may_write(string method, int status)
    {
        var source = new ScriptedSource().On(Url, Answering(status, "", new HeaderField("Retry-After", "0")));

        var attempts = await Inquire(source).AskAsync(Probing.Get(Url) with { Method = method }, CancellationToken.None);

        attempts.Should().ContainSingle();
    }

    [Test]
    public async Task Follows_redirects_hop_by_hop()
    {
        var source = new ScriptedSource()
            .On("http://city.example/v2/services.xml?a=1", To("https://city.example/v2/services.xml?a=1"))
            .On("https://city.example/v2/services.xml?a=1", To("/open311/%76%32/services.xml?a=1#part"))
            .On("https://city.example/open311/%76%32/services.xml?a=1", To("../v3/services.xml"))
            .On("https://city.example/open311/v3/services.xml", To("//other.example/services.xml"))
            .On("https://other.example/services.xml", Answering(200, "<services/>"));

        var inquiry = await Inquire(source).FollowAsync(Probing.Get("http://city.example/v2/services.xml?a=1"), CancellationToken.None);

        inquiry.RedirectProblem.Should().BeNull();
        inquiry.Attempts.Should().ContainSingle();
        inquiry.Hops.Should().HaveCount(4);
        inquiry.Final.Answer!.Status.Should().Be(200);
        inquiry.Final.Request.Url.OriginalString.Should().Be("https://other.example/services.xml");
        inquiry.All.Select(e => e.Request.Url.OriginalString).Should().Equal(source.Asked.Select(a => a.Url.OriginalString));
    }

    [Test]
    public async Task Extra_headers_stay_with_the_server_they_were_meant_for()
    {
        var source = new ScriptedSource()
            .On(Url, To("https://city.example/x"))
            .On("https://city.example/x", To("https://other.example/y"))
            .On("https://other.example/y", To("https://city.example/z"))
            .On("https://city.example/z", Answering(200));

        await Inquire(source).FollowAsync(
            Probing.Get(Url) with { Headers = [new("Authorization", "secret"), new("X-Api-Key", "secret"), new("Accept", "text/xml")] },
            CancellationToken.None);

        source.Asked.Select(a => string.Join(",", a.Headers.Select(h => h.Name))).Should().Equal(
            "Authorization,X-Api-Key,Accept", "Authorization,X-Api-Key,Accept", "Accept", "Accept");
    }

    [TestCase("https://other.example/?api_key=anything")]
    [TestCase("https://other.example/s3cr%65t%20key")]
    [TestCase("https://other.example/?k=s3cret+key")]
    [TestCase("http://city.example/?k=s3cret%20key")]
    [TestCase("https://city.example:8443/?k=s3cret%20key")]
    public async Task Never_carries_the_key_elsewhere(string location)
    {
        var source = new ScriptedSource().On(Url, To(location));

        var inquiry = await Inquire(source, "s3cret key").FollowAsync(Probing.Get(Url), CancellationToken.None);

        source.Asked.Should().ContainSingle();
        inquiry.RedirectProblem.Should().Match("The answer 302 redirects to * and would hand the API key to it; that is not followed.")
            .And.NotContain("s3cr");
        inquiry.Final.Answer!.Status.Should().Be(302);
    }

    [Test]
    public async Task Detects_a_loop()
    {
        var source = new ScriptedSource().On(Url, To("/b")).On("https://city.example/b", To(Url));

        var inquiry = await Inquire(source).FollowAsync(Probing.Get(Url), CancellationToken.None);

        source.Asked.Should().HaveCount(2);
        inquiry.RedirectProblem.Should().Be($"The redirects go round in a circle: {Url} comes up again after 2.");
    }

    [Test]
    public async Task Gives_up_after_five_hops()
    {
        var source = new ScriptedSource();
        source.On(Url, To("/0"));
        for (var i = 0; i < 20; i++)
            source.On($"https://city.example/{i}", To($"/{i + 1}"));

        var inquiry = await Inquire(source).FollowAsync(Probing.Get(Url), CancellationToken.None);

        inquiry.Hops.Should().HaveCount(5);
        inquiry.RedirectProblem.Should().Be("More than 5 redirects follow one another, the last to https://city.example/5.");
    }

    [TestCase("", "*a redirect without a Location.")]
    [TestCase("javascript:alert(1)", "*redirects to 'javascript:alert(1)', which is not an http or https URL.")]
    [TestCase("file:///etc/passwd", "*redirects to 'file:///etc/passwd', which is not an http or https URL.")]
    [TestCase("http://", "*redirects to 'http://', which is not an http or https URL.")]
    public async Task Refuses_a_location_it_cannot_use(string location, string problem)
    {
        var source = new ScriptedSource().On(Url, To(location));

        var inquiry = await Inquire(source).FollowAsync(Probing.Get(Url), CancellationToken.None);

        source.Asked.Should().ContainSingle();
        inquiry.RedirectProblem.Should().Match(problem);
    }

    [Test]
    public async Task Does_not_follow_where_a_post_is_sent()
    {
        var source = new ScriptedSource().On(Url, To("/b"));

        var inquiry = await Inquire(source).FollowAsync(Probing.Get(Url) with { Method = "POST" }, CancellationToken.None);

        inquiry.Hops.Should().BeEmpty();
        source.Asked.Should().ContainSingle();
    }

    [Test]
    public async Task A_recorded_run_takes_the_same_course_without_waiting()
    {
        var source = new ScriptedSource()
            .On(Url, Answering(429, "", new HeaderField("Retry-After", "20")), Answering(500), To("/b"))
            .On("https://city.example/b", Answering(200, "<services/>"));
        var asking = Inquire(source).FollowAsync(Probing.Get(Url), CancellationToken.None).AsTask();
        clock.Advance(TimeSpan.FromSeconds(20));
        clock.Advance(TimeSpan.FromSeconds(1));
        var live = await asking;

        var replay = Inquire(new RecordedExchanges(live.All)).FollowAsync(Probing.Get(Url), CancellationToken.None);

        replay.IsCompleted.Should().BeTrue();
        (await replay).All.Should().Equal(live.All);
    }

    [Test]
    public async Task A_recording_tells_what_it_does_not_hold()
    {
        var exchange = await new RecordedExchanges([]).SendAsync(Probing.Get(Url), CancellationToken.None);

        exchange.Outcome.Should().Be(ExchangeOutcome.NotRecorded);
        exchange.Problem.Should().Be($"The recording holds no answer to GET {Url}.");
    }

    [Test]
    public async Task A_recording_without_the_repetition_answers_with_the_first_attempt()
    {
        var recorded = Answering(500) with { Request = Probing.Get(Url) };

        var attempts = await Inquire(new RecordedExchanges([recorded])).AskAsync(Probing.Get(Url), CancellationToken.None);

        attempts.Should().Equal(recorded);
    }

    [Test]
    public async Task Waits_no_longer_in_all_than_a_quarter_of_the_patience()
    {
        var source = new ScriptedSource { Otherwise = Answering(503, "", new HeaderField("Retry-After", "25")) };
        var inquirer = Inquire(source);
        var begun = clock.GetUtcNow();

        for (var i = 0; i < 20; i++)
        {
            var asking = inquirer.AskAsync(Probing.Get($"{Url}?{i}"), CancellationToken.None).AsTask();
            while (!asking.IsCompleted)
                clock.Advance(TimeSpan.FromSeconds(25));
            await asking;
        }

        (clock.GetUtcNow() - begun).Should().Be(Settings.Patience / 4);
        source.Asked.Should().HaveCount((4 * 4) + 16, "four questions are asked four times, and then each once");
    }

    Inquirer Inquire(IExchangeSource source, string? key = null) => new(source, Settings, clock, key);

    static Exchange To(string location) => Answering(302, "", new HeaderField("Location", location));
}
