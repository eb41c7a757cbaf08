using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Open311.Browser.Tests;

/// <summary>report.html and index.html as a buyer and a developer see it: in a browser, on a telephone, in the dark, enlarged, with scripts off.</summary>
[TestFixtureSource(typeof(ReportedRun), nameof(ReportedRun.All))]
[NonParallelizable]
internal sealed class ReportInBrowserTests(ReportedRun reported) : ChromiumTest
{
    static readonly (ColorScheme Colours, int Width)[] looks = [(ColorScheme.Light, 1280), (ColorScheme.Dark, 1280), (ColorScheme.Light, 360)];

    // The dark look changes colours and nothing else.
    static readonly RunOnlyOptions colourRules = new() { Type = "rule", Values = ["color-contrast", "link-in-text-block"] };

    FileInfo file = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        var run = await reported.Run;
        run.ExitCode.Should().Be(reported.ExitCode, run.Printed);
        file = run.Files[reported.Page];
    }

    [Test]
    public async Task Opens_without_complaint_and_asks_nobody_for_anything()
    {
        await using var opened = await OpenedPage.OpenAsync(this, file);

        (await opened.Page.TitleAsync()).Should().Contain("Open311").And.NotBe("pwned");
        (await opened.Page.Locator("html").GetAttributeAsync("lang")).Should().Be(reported.Language);
        (await opened.Page.Locator("h1").CountAsync()).Should().Be(1);
        opened.Complaints.Should().BeEmpty();
    }

    [Test]
    public async Task Every_anchor_leads_to_something_that_is_then_seen()
    {
        await using var opened = await OpenedPage.OpenAsync(this, file);
        var anchors = await opened.Page.EvaluateAsync<string[]>("[...new Set([...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href').slice(1)))]");

        anchors.Should().NotBeEmpty();
        // What a link leads to has a place of its own, and nothing that keeps it closed once it was followed.
        var lost = await opened.Page.EvaluateAsync<string[]>(
            """
            async anchors => {
              const lost = [];
              const closed = [];
              for (const anchor of anchors) {
                const target = document.getElementById(decodeURIComponent(anchor));
                if (!target) lost.push(anchor);
                else if (target.closest('details:not([open])')) closed.push(anchor);
              }
              for (const anchor of closed.filter((_, index) => index % 10 === 0)) {
                const target = document.getElementById(decodeURIComponent(anchor));
                document.querySelectorAll('details').forEach(d => d.open = false);
                location.hash = '#' + anchor;
                await new Promise(done => setTimeout(done));
                if (target.getClientRects().length === 0) lost.push(anchor);
              }
              return lost;
            }
            """,
            anchors);
        lost.Should().BeEmpty();
        opened.Complaints.Should().BeEmpty();
    }

    [Test]
    public async Task Says_the_same_with_scripts_off()
    {
        await using var withScripts = await OpenedPage.OpenAsync(this, file);
        await using var without = await OpenedPage.OpenAsync(this, file, new() { JavaScriptEnabled = false });

        foreach (var part in (string[])["h1", "h2", "h3", "table", "details", "[data-verdict]", "a[href^='#']"])
            (await without.Page.Locator(part).CountAsync()).Should().Be(await withScripts.Page.Locator(part).CountAsync(), part);
        foreach (var heading in await without.Page.Locator("h1, h2").AllAsync())
            (await heading.IsVisibleAsync()).Should().BeTrue(await heading.TextContentAsync());
        (await without.Page.Locator(".filter:visible").CountAsync()).Should().Be(0, "it would do nothing");
        var closed = without.Page.Locator("details:not([open]) > summary:visible");
        if (await closed.CountAsync() is > 0 and var count)
        {
            await closed.First.ClickAsync();
            (await closed.CountAsync()).Should().BeLessThan(count + 1);
        }
    }

    [Test]
    public async Task Is_accessible()
    {
        // The looks differ in colours and layout only, so some runs are looked at in all of them.
        foreach (var (colours, width) in reported.IsLookedAtInEveryWay ? looks : looks[..1])
        {
            await using var opened = await OpenedPage.OpenAsync(this, file, new() { ColorScheme = colours, ViewportSize = new() { Width = width, Height = 900 } });

            // What is folded away is read, too, by those who unfold it.
            await opened.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
            // Hundreds of rows come from one template; the first of them stand for all.
            await opened.Page.EvaluateAsync("document.querySelectorAll('tbody').forEach(body => [...body.rows].slice(12).forEach(row => row.remove()))");
            // Where each passing element stands is of no use here and takes most of the time.
            var result = await opened.Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations], RunOnly = colours == ColorScheme.Dark ? colourRules : null });

            result.Violations
                .Select(v => $"{colours}, {width} wide: {v.Id}: {v.Help}, {v.Nodes.Length} times, first {v.Nodes[0].Html}").Should().BeEmpty();
            result.Passes.Should().NotBeEmpty();
        }
    }

    // 1,280 pixels enlarged to 400 % are 320.
    [TestCase(360)]
    [TestCase(320)]
    public async Task Is_usable_on_a_telephone_and_enlarged_without_scrolling_sideways(int width)
    {
        await using var opened = await OpenedPage.OpenAsync(this, file, new() { ViewportSize = new() { Width = width, Height = 640 } });
        await opened.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");

        (await opened.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width);
        // Only what says so, and can be reached by keyboard, scrolls in itself.
        var wide = await opened.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('main *')].filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible' && e.tabIndex < 0 && !e.closest('svg, thead')).map(e => e.outerHTML.slice(0, 120))");
        wide.Should().BeEmpty();
    }
}
