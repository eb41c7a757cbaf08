using System.Diagnostics;
using Microsoft.Playwright;

namespace Open311.Browser.Tests;

/// <summary>Finds a Chromium: the one named by <c>CHROME_PATH</c>, the system's, or Playwright's own; where CI runs as root, installs one.</summary>
internal static class Chromium
{
    static readonly string[] usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];

    static bool IsCi => Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>Starts it; without one the tests fail in CI and are skipped elsewhere.</summary>
    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        var path = Find(playwright) ?? (IsCi ? await InstallAsync(playwright) : null);
        if (path is null)
        {
            const string Missing = "No Chromium was found: install it (apt-get install chromium) or name it in CHROME_PATH.";
            if (IsCi)
                Assert.Fail(Missing);
            Assert.Ignore(Missing);
        }

        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox", "--disable-gpu"], Timeout = 120_000 });
    }

    static string? Find(IPlaywright playwright) =>
        usual.Prepend(Environment.GetEnvironmentVariable("CHROME_PATH") ?? "").Append(playwright.Chromium.ExecutablePath).FirstOrDefault(File.Exists);

    static async Task<string?> InstallAsync(IPlaywright playwright)
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || !File.Exists("/usr/bin/apt-get"))
            return null;
        foreach (var arguments in (string[])["-q update", "-q -y install chromium"])
        {
            using var install = Process.Start(new ProcessStartInfo("apt-get", arguments) { Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" } })!;
            await install.WaitForExitAsync();
        }

        return Find(playwright);
    }
}
