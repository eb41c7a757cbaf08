using System.Text;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Open311.Browser.Tests;

/// <summary>report.html and index.html as a buyer and a developer see it: in a browser, on paper, on a telephone, in the dark, with scripts off.</summary>
[TestFixtureSource(typeof(ReportedRun), nameof(ReportedRun.All))]
[NonParallelizable]
internal sealed class ReportInBrowserTests(ReportedRun reported)
{
    static readonly (ColorScheme Colours, int Width)[] looks = [(ColorScheme.Light, 1280), (ColorScheme.Dark, 1280), (ColorScheme.Light, 400)];

    readonly List<string> complaints = [];
    IPlaywright playwright = null!;
    IBrowser browser = null!;
    string url = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        using var time = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        var run = await reported.RunAsync(time.Token);
        run.ExitCode.Should().Be(reported.ExitCode, run.Printed);
        url = new Uri(run.Files[reported.Page].FullName).AbsoluteUri;
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.LaunchAsync(playwright);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    [Test]
    public async Task Opens_without_complaint_and_asks_nobody_for_anything()
    {
        var page = await OpenAsync();

        (await page.TitleAsync()).Should().Contain("Open311").And.NotBe("pwned");
        (await page.Locator("h1").CountAsync()).Should().Be(1);
        complaints.Should().BeEmpty();
    }

    [Test]
    public async Task Every_anchor_leads_to_something_that_is_then_seen()
    {
        var page = await OpenAsync();
        var anchors = await page.EvaluateAsync<string[]>("[...new Set([...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href').slice(1)))]");

        anchors.Should().NotBeEmpty();
        var lost = await page.EvaluateAsync<string[]>(
            """
            async anchors => {
              const lost = [];
              for (const anchor of anchors) {
                location.hash = '#' + anchor;
                await new Promise(done => setTimeout(done));
                const target = document.getElementById(decodeURIComponent(anchor));
                if (!target || target.getClientRects().length === 0) lost.push(anchor);
              }
              return lost;
            }
            """,
            anchors);
        lost.Should().BeEmpty();
        complaints.Should().BeEmpty();
    }

    [Test]
    public async Task Says_the_same_with_scripts_off()
    {
        var withScripts = await OpenAsync();
        var without = await OpenAsync(new() { JavaScriptEnabled = false });

        foreach (var part in (string[])["h1", "h2", "h3", "table", "details"])
            (await without.Locator(part).CountAsync()).Should().Be(await withScripts.Locator(part).CountAsync(), part);
        foreach (var heading in await without.Locator("h1, h2").AllAsync())
            (await heading.IsVisibleAsync()).Should().BeTrue(await heading.TextContentAsync());
        if (await without.Locator("details:not([open]) > summary:visible").CountAsync() is > 0 and var closed)
        {
            await without.Locator("details:not([open]) > summary:visible").First.ClickAsync();
            (await without.Locator("details:not([open]) > summary:visible").CountAsync()).Should().BeLessThan(closed + 1);
        }
    }

    [Test]
    public async Task Is_accessible()
    {
        // The looks differ in colours and layout only, so one run is looked at in all of them.
        foreach (var (colours, width) in reported.IsLookedAtInEveryWay ? looks : looks[..1])
        {
            var page = await OpenAsync(new() { ColorScheme = colours, ViewportSize = new() { Width = width, Height = 900 } });

            // What is folded away is read, too, by those who unfold it.
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
            // Where each passing element stands is of no use here and takes most of the time.
            var result = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });

            result.Violations.Where(v => v.Impact is "serious" or "critical")
                .Select(v => $"{colours}, {width} wide: {v.Id}: {v.Help}, {v.Nodes.Length} times, first {v.Nodes[0].Html}").Should().BeEmpty();
            result.Passes.Should().NotBeEmpty();
            await page.CloseAsync();
        }
    }

    [Test]
    public async Task Fits_a_telephone_without_scrolling_sideways()
    {
        var page = await OpenAsync(new() { ViewportSize = new() { Width = 400, Height = 800 } });
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");

        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(400);
    }

    [Test]
    public async Task Prints()
    {
        var page = await OpenAsync();

        var paper = await page.PdfAsync(new() { Format = "A4" });

        Encoding.ASCII.GetString(paper, 0, 5).Should().Be("%PDF-");
        paper.Length.Should().BeGreaterThan(20_000);
    }

    async Task<IPage> OpenAsync(BrowserNewContextOptions? options = null)
    {
        complaints.Clear();
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(120_000);
        var page = await context.NewPageAsync();
        page.Console += (_, said) =>
        {
            if (said.Type is "error" or "warning")
                complaints.Add($"console: {said.Text}");
        };
        page.PageError += (_, error) => complaints.Add($"error: {error}");
        page.Dialog += async (_, dialog) =>
        {
            complaints.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            if (request.Url.Split('#')[0] != url)
                complaints.Add($"request: {request.Url}");
        };
        await page.GotoAsync(url);
        return page;
    }
}
