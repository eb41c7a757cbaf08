using System.Net;
using Open311.WebConsole.Engine;
using Open311.WebConsole.Tests.Fakes;

namespace Open311.WebConsole.Tests.Runs;

[CancelAfter(120_000)]
public sealed class RunsTests
{
    [Test]
    public async Task Ten_browsers_at_once_get_each_its_own_run_and_few_run_at_a_time()
    {
        var checks = new FakeChecks { End = plan => new(Conformance.Findings.RunOutcome.Conformant, "Conforms", [$"summary of {plan.Url} for {plan.Form.ApiKey[^1]}"], []) };
        await using var console = await OpenConsole.StartAsync(checks);
        var visitors = Enumerable.Range(0, 10).Select(_ => console.Visit()).ToList();

        var pages = await Task.WhenAll(visitors.Select(async (visitor, n) =>
        {
            var run = await visitor.CheckAsync($"https://city-{n}.example/v2", ("jurisdiction", $"place-{n}"), ("key", $"secret-{n}"));
            return (Run: run, Page: await visitor.EndOfAsync(run));
        }));

        for (var n = 0; n < 10; n++)
        {
            pages[n].Page.Should().Contain($"summary of https://city-{n}.example/v2 for {n}").And.Contain($"place-{n}").And.Contain("Conforms");
            foreach (var other in Enumerable.Range(0, 10).Where(o => o != n))
                pages[n].Page.Should().NotContain($"city-{other}.").And.NotContain($"place-{other}");
            (await visitors[n].ReadAsync($"{pages[n].Run}/files/report.html")).Should().Contain($"city-{n}.example");
            visitors[n].Dispose();
        }

        pages.Select(p => p.Run).Should().OnlyHaveUniqueItems();
        checks.MostAtOnce.Should().BeLessThanOrEqualTo(2);
    }

    [Test]
    public async Task Two_checks_of_one_host_run_one_after_another()
    {
        var checks = new FakeChecks { Holds = true };
        await using var console = await OpenConsole.StartAsync(checks);
        using var visitor = console.Visit();

        var first = await visitor.CheckAsync("https://example.org/one");
        var second = await visitor.CheckAsync("https://example.org/two");
        var third = await visitor.CheckAsync("https://example.com/three");

        (await visitor.ReadAsync(second)).Should().Contain("Waiting for its turn").And.Contain("checks wait before it");
        checks.LetGo("https://example.com/three");
        (await visitor.EndOfAsync(third)).Should().Contain("Conforms", "it did not wait for the other host");
        checks.LetGo("https://example.org/one");
        await visitor.EndOfAsync(first);
        checks.LetGo("https://example.org/two");
        (await visitor.EndOfAsync(second)).Should().Contain("Conforms");
    }

    [Test]
    public async Task Progress_is_shown_and_told()
    {
        var checks = new FakeChecks { Holds = true };
        await using var console = await OpenConsole.StartAsync(checks);
        using var visitor = console.Visit();
        var run = await visitor.CheckAsync("https://example.org/");
        using var events = new StreamReader(await visitor.StreamAsync($"{run}/events"));

        // The first change may be that the check has begun; progress is another.
        var page = "";
        while (!page.Contains("cases done", StringComparison.Ordinal) && await events.ReadLineAsync() is { } line)
        {
            if (line == "event: changed")
                page = await visitor.ReadAsync(run);
        }

        checks.LetGo("https://example.org/");

        page.Should().Contain("3 of 10 cases done").And.Contain("7 exchanges").And.Contain($"data-events=\"{run}/events\"").And.Contain($"href=\"{run}\"", "without a script it is looked at again by a link");
    }

    [Test]
    public async Task A_run_that_is_cancelled_says_so_and_shows_what_was_found()
    {
        await using var console = await OpenConsole.StartAsync(new FakeChecks { Holds = true });
        using var visitor = console.Visit();
        var goes = await visitor.CheckAsync("https://example.org/");
        var waits = await visitor.CheckAsync("https://example.org/second");

        using var first = await visitor.PostAsync(waits, $"{waits}/cancel");
        using var second = await visitor.PostAsync(goes, $"{goes}/cancel");

        first.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        second.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        (await visitor.EndOfAsync(waits)).Should().Contain("cancelled").And.NotContain("Read the report");
        (await visitor.EndOfAsync(goes)).Should().Contain("cancelled").And.Contain("Read the report").And.NotContain("verdict good", "a cancelled run proves nothing");
    }

    [Test]
    public async Task A_run_that_fails_says_nothing_about_the_endpoint_nor_about_its_key()
    {
        await using var console = await OpenConsole.StartAsync(new FakeChecks { End = plan => throw new InvalidOperationException($"with {plan.Form.ApiKey}") });
        using var visitor = console.Visit();

        var page = await visitor.EndOfAsync(await visitor.CheckAsync("https://example.org/", ("key", "k3y-77")));

        page.Should().Contain("failed").And.Contain("says nothing about the endpoint").And.NotContain("k3y-77");
        console.Told.Should().OnlyContain(t => !t.Contains("k3y-77", StringComparison.Ordinal));
    }

    [Test]
    public async Task Runs_survive_a_restart_and_are_deleted_for_good()
    {
        var folder = Directory.CreateTempSubdirectory("open311-console-");
        try
        {
            string run;
            await using (var console = await OpenConsole.StartAsync(new FakeChecks(), folder: folder))
            {
                using var visitor = console.Visit();
                run = await visitor.CheckAsync("https://example.org/kept");
                await visitor.EndOfAsync(run);
            }

            await using var again = await OpenConsole.StartAsync(new FakeChecks(), folder: folder);
            using var later = again.Visit();
            (await later.ReadAsync("/")).Should().Contain("https://example.org/kept");
            (await later.ReadAsync($"{run}/files/report.html")).Should().Contain("kept");

            using var deleted = await later.PostAsync(run, $"{run}/delete");

            deleted.StatusCode.Should().Be(HttpStatusCode.SeeOther);
            (await later.GetAsync(run)).StatusCode.Should().Be(HttpStatusCode.NotFound);
            folder.GetFiles("report.html", SearchOption.AllDirectories).Should().BeEmpty();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public async Task A_console_that_stops_interrupts_what_goes_on()
    {
        var folder = Directory.CreateTempSubdirectory("open311-console-");
        try
        {
            string goes, waits;
            await using (var console = await OpenConsole.StartAsync(new FakeChecks { Holds = true }, folder: folder))
            {
                using var visitor = console.Visit();
                goes = await visitor.CheckAsync("https://example.org/");
                waits = await visitor.CheckAsync("https://example.org/second");
            }

            await using var again = await OpenConsole.StartAsync(new FakeChecks(), folder: folder);
            using var later = again.Visit();

            (await later.ReadAsync(goes)).Should().Contain("interrupted");
            (await later.ReadAsync(waits)).Should().Contain("interrupted");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public async Task What_is_not_there_is_told_on_a_page()
    {
        await using var console = await OpenConsole.StartAsync(new FakeChecks());
        using var visitor = console.Visit();

        foreach (var path in (string[])["/nothing", "/runs/aaaaaaaaaaaaaaaaaaaa", "/runs/..%2f..", "/cities/aaaaaaaaaaaaaaaaaaaa", "/comparisons/aaaaaaaaaaaaaaaaaaaa/comparison.html"])
        {
            using var answer = await visitor.GetAsync(path);
            answer.StatusCode.Should().Be(HttpStatusCode.NotFound, path);
            (await answer.Content.ReadAsStringAsync()).Should().Contain("<h1>", path);
        }
    }

    [Test]
    public async Task A_form_arrives_as_it_was_filled_in()
    {
        var checks = new FakeChecks();
        await using var console = await OpenConsole.StartAsync(checks);
        using var visitor = console.Visit();

        await visitor.CheckAsync(
            "https://example.org/", ("jurisdiction", "a, b"), ("key", "k"), ("class", "read-xml"), ("class", "read-json"), ("writes", "true"), ("posts", "3"), ("service", "006"),
            ("lat", "1.5"), ("long", "-2"), ("email", "a@example.org"), ("profile", "georeport-v2-read"), ("language", "de"), ("discovery", "https://example.org/discovery.xml"));

        checks.Forms.Should().ContainSingle().Which.Should().BeEquivalentTo(new CheckForm
        {
            Url = "https://example.org/",
            Jurisdiction = "a, b",
            ApiKey = "k",
            Classes = ["read-xml", "read-json"],
            AllowWrites = true,
            MaxPosts = "3",
            ServiceCode = "006",
            Lat = "1.5",
            Long = "-2",
            Email = "a@example.org",
            Profile = "georeport-v2-read",
            Language = "de",
            Discovery = "https://example.org/discovery.xml",
        });
    }
}
