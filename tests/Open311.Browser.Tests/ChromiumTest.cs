using Microsoft.Playwright;
using Microsoft.Playwright.NUnit;

namespace Open311.Browser.Tests;

/// <summary>Tests in a Chromium that is started once; each opens what contexts it needs, and they are closed when it ends.</summary>
internal abstract class ChromiumTest : BrowserTest
{
    /// <inheritdoc/>
    public override async Task<BrowserTypeLaunchOptions?> LaunchOptionsAsync() =>
        new() { ExecutablePath = await Chromium.FindAsync(BrowserType), Args = ["--no-sandbox", "--disable-gpu"], Timeout = 120_000 };

    /// <summary>A context that waits as long as a busy machine needs.</summary>
    protected internal async Task<IBrowserContext> OpenContextAsync(BrowserNewContextOptions? options)
    {
        var context = await NewContext(options ?? new());
        context.SetDefaultTimeout(120_000);
        return context;
    }
}
