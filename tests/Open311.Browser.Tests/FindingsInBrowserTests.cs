using Microsoft.Playwright;

namespace Open311.Browser.Tests;

/// <summary>What a developer does with a report: filter, search, follow a finding to its exchange and back; by mouse and by keyboard.</summary>
[NonParallelizable]
internal sealed class FindingsInBrowserTests : ChromiumTest
{
    const string Shown = "[data-verdict]:not([hidden])";

    OpenedPage opened = null!;

    IPage Page => opened.Page;

    [SetUp]
    public async Task Open() => opened = await OpenedPage.OpenAsync(this, (await ReportedRun.Defects.Run).Files["report.html"]);

    [TearDown]
    public void Nothing_complained() => opened.Complaints.Should().BeEmpty();

    [Test]
    public async Task A_search_shows_what_holds_all_of_its_words_and_says_how_many()
    {
        var all = await Page.Locator("[data-verdict]").CountAsync();

        await Page.GetByLabel("Show findings that contain").FillAsync("gr2-date xml");

        var shown = await Page.Locator(Shown).AllTextContentsAsync();
        shown.Should().NotBeEmpty().And.OnlyContain(text => text.Contains("gr2-date", StringComparison.OrdinalIgnoreCase) && text.Contains("xml", StringComparison.OrdinalIgnoreCase));
        (await Page.Locator(".filter [role=status]").TextContentAsync()).Should().Be($"{shown.Count} of {all}");
        (await Page.Locator(".area:visible").CountAsync()).Should().BeLessThan(await Page.Locator(".area").CountAsync());

        await Page.GetByLabel("Show findings that contain").FillAsync("");
        (await Page.Locator(Shown).CountAsync()).Should().Be(all);
    }

    [Test]
    public async Task Verdicts_are_chosen_by_keyboard_alone()
    {
        await Page.Locator("#filter").FocusAsync();
        foreach (var verdict in await Page.Locator(".filter input[type=checkbox]").EvaluateAllAsync<string[]>("all => all.map(e => e.value)"))
        {
            await Page.Keyboard.PressAsync("Tab");
            if (verdict != "fail")
                await Page.Keyboard.PressAsync(" ");
        }

        (await Page.Locator(Shown).EvaluateAllAsync<string[]>("all => all.map(e => e.dataset.verdict)")).Should().NotBeEmpty().And.OnlyContain(verdict => verdict == "fail");
    }

    [Test]
    public async Task A_finding_leads_to_its_exchange_and_the_exchange_back_to_it()
    {
        var finding = Page.Locator(".finding").First;
        var anchor = await finding.Locator("h4").GetAttributeAsync("id");
        var link = finding.Locator("a[href^='#exchange-']").First;
        var exchange = (await link.GetAttributeAsync("href"))![1..];

        await link.ClickAsync();
        (await Page.Locator($"#{exchange}").IsVisibleAsync()).Should().BeTrue();
        await Assertions.Expect(Page.Locator($"#{exchange}")).ToBeInViewportAsync();

        await Page.Locator($"#{exchange} a[href='#{anchor}']").ClickAsync();
        await Assertions.Expect(Page.Locator($"#{anchor}")).ToBeInViewportAsync();
        (await Page.Locator($"#{anchor}").EvaluateAsync<bool>("e => e.matches(':target')")).Should().BeTrue();
    }

    [Test]
    public async Task A_link_to_what_the_filter_hides_shows_it_again()
    {
        await Page.Locator("#filter").FillAsync("no finding says this");
        (await Page.Locator(Shown).CountAsync()).Should().Be(0);

        await Page.Locator(".cause a.req").First.ClickAsync();

        (await Page.Locator(Shown).CountAsync()).Should().BeGreaterThan(100);
        await Assertions.Expect(Page.Locator(":target")).ToBeInViewportAsync();
    }

    [Test]
    public async Task The_first_key_leads_past_the_head()
    {
        await Page.Keyboard.PressAsync("Tab");
        (await Page.EvaluateAsync<string>("document.activeElement.className")).Should().Be("skip");
        await Page.Keyboard.PressAsync("Enter");

        Page.Url.Should().EndWith("#main");
    }

    [Test]
    public async Task Without_scripts_a_link_to_a_folded_finding_unfolds_it()
    {
        await using var without = await OpenedPage.OpenAsync(this, (await ReportedRun.Defects.Run).Files["report.html"], new() { JavaScriptEnabled = false });
        var link = without.Page.Locator("#untested ~ .untested a.req").First;
        await without.Page.Locator("#untested ~ .untested summary").First.ClickAsync();

        await link.ClickAsync();

        await Assertions.Expect(without.Page.Locator(":target")).ToBeInViewportAsync();
    }
}
