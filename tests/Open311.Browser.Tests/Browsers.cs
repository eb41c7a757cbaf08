using Microsoft.Playwright;

namespace Open311.Browser.Tests;

/// <summary>One Chromium for all tests: starting it takes longer than most of them.</summary>
[SetUpFixture]
internal sealed class Browsers
{
    static IPlaywright? playwright;

    /// <summary>The browser.</summary>
    public static IBrowser Chromium { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        playwright = await Playwright.CreateAsync();
        Chromium = await Tests.Chromium.LaunchAsync(playwright);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (Chromium is not null)
            await Chromium.DisposeAsync();
        playwright?.Dispose();
    }
}
