using Microsoft.Playwright;

namespace Open311.Browser.Tests;

/// <summary>A page in a context of its own, with everything that it complains about or asks for.</summary>
internal sealed class OpenedPage : IAsyncDisposable
{
    readonly IBrowserContext context;

    OpenedPage(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Messages of the console, errors, dialogs, and requests for anything but the page.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Opens a file.</summary>
    public static async Task<OpenedPage> OpenAsync(ChromiumTest test, FileInfo file, BrowserNewContextOptions? options = null)
    {
        var url = new Uri(file.FullName).AbsoluteUri;
        var context = await test.OpenContextAsync(options);
        var opened = new OpenedPage(context, await context.NewPageAsync());
        opened.Listen(url);
        await opened.Page.GotoAsync(url);
        return opened;
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();

    void Listen(string url)
    {
        Page.Console += (_, said) =>
        {
            if (said.Type is "error" or "warning")
                Complaints.Add($"console: {said.Text}");
        };
        Page.PageError += (_, error) => Complaints.Add($"error: {error}");
        Page.Dialog += async (_, dialog) =>
        {
            Complaints.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        Page.Request += (_, request) =>
        {
            if (request.Url.Split('#')[0] != url)
                Complaints.Add($"request: {request.Url}");
        };
    }
}
