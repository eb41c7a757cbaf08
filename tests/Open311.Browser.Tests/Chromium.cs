using System.Diagnostics;
using Microsoft.Playwright;

namespace Open311.Browser.Tests;

/// <summary>Finds a Chromium: the one named by <c>CHROME_PATH</c>, the system's, or Playwright's own; where CI runs as root, installs one.</summary>
internal static class Chromium
{
    static readonly string[] usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];

    static bool IsCi => Environment.GetEnvironmentVariable("CI") == "true";

    static Task<string>? search;

    /// <summary>Its path; without one the tests fail. Looked for once.</summary>
    public static Task<string> FindAsync(IBrowserType browser) => search ??= SearchAsync(browser);

    static async Task<string> SearchAsync(IBrowserType browser)
    {
        var path = Find(browser) ?? (IsCi ? await InstallAsync(browser) : null);
        if (path is null)
            Assert.Fail("No Chromium was found: install it (apt-get install chromium) or name it in CHROME_PATH.");
        return path!;
    }

    static string? Find(IBrowserType browser) =>
        usual.Prepend(Environment.GetEnvironmentVariable("CHROME_PATH") ?? "").Append(browser.ExecutablePath).FirstOrDefault(File.Exists);

    static async Task<string?> InstallAsync(IBrowserType browser)
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || !File.Exists("/usr/bin/apt-get"))
            return null;
        foreach (var arguments in (string[])["-q update", "-q -y install chromium"])
        {
            using var install = Process.Start(new ProcessStartInfo("apt-get", arguments) { Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" } })!;
            await install.WaitForExitAsync();
        }

        return Find(browser);
    }
}
