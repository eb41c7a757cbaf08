using Microsoft.Playwright;

namespace Open311.Browser.Tests.Consoles;

/// <summary>A browser of its own at the console, with everything that its pages complain about.</summary>
internal sealed class ConsoleVisit : IAsyncDisposable
{
    // Pictures of every page go here, for people to look at.
    static readonly string? pictures = Environment.GetEnvironmentVariable("OPEN311_SCREENSHOTS");

    readonly IBrowserContext context;

    ConsoleVisit(IBrowserContext context, IPage page) => (this.context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>Messages of the browser's console, such as of a policy that was broken, and errors of scripts.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<ConsoleVisit> StartAsync(ChromiumTest test, Uri address, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL = address.OriginalString;
        options.Locale ??= "en-GB";
        var context = await test.OpenContextAsync(options);
        var visit = new ConsoleVisit(context, await context.NewPageAsync());
        visit.Page.Console += (_, said) =>
        {
            if (said.Type is "error" or "warning" && !said.Text.Contains("the server responded with a status of", StringComparison.Ordinal))
                visit.Complaints.Add($"{said.Text} at {visit.Page.Url}");
        };
        visit.Page.PageError += (_, error) => visit.Complaints.Add(error);
        await visit.Page.GotoAsync("/");
        return visit;
    }

    /// <summary>Starts a check by the form; of little, so that it does not take long.</summary>
    public async Task CheckAsync(string endpoint, string named = "discovery")
    {
        await Page.GotoAsync("/checks/new");
        await Page.GetByLabel("Endpoint", new() { Exact = true }).FillAsync(endpoint);
        await Page.Locator("summary").ClickAsync();
        await Page.Locator($"#class-{named}").CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Start the check" }).ClickAsync();
        await Assertions.Expect(Page.Locator("h1")).ToContainTextAsync("Check of");
    }

    /// <summary>Waits until the page shows by itself that the check has ended.</summary>
    public Task EndAsync() => Assertions.Expect(Page.Locator("#result")).ToBeVisibleAsync(new() { Timeout = 240_000 });

    /// <summary>Opens a mock city and tells its endpoint.</summary>
    public async Task<string> OpenCityAsync(string faults = "")
    {
        await Page.GotoAsync("/cities");
        await Page.GetByLabel("Defects").FillAsync(faults);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Open the city" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Calls" })).ToBeVisibleAsync();
        return (await Page.Locator("dl.facts dd").First.TextContentAsync())!;
    }

    public async Task PictureAsync(string name)
    {
        if (pictures is not null)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(pictures, $"{name}.png"), FullPage = true });
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
