namespace Open311.Reporting.Printing;

/// <summary>Finds an installed Chromium, Chrome or Edge.</summary>
/// <param name="variable">Reads an environment variable.</param>
/// <param name="exists">Whether there is such a file.</param>
public sealed class ChromiumFinder(Func<string, string?> variable, Func<string, bool> exists)
{
    /// <summary>The variable that names the program, whatever else is installed.</summary>
    public const string Variable = "CHROME_PATH";

    static readonly string[] names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];

    static readonly string[] places =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>The program; null when there is none. One that is named is the only one looked for.</summary>
    public string? Find() => variable(Variable)?.Trim() is { Length: > 0 } named
        ? exists(named) ? named : null
        : OnPath().Concat(places).FirstOrDefault(exists);

    /// <summary>Why there is none, and what to do.</summary>
    public string Missing() => variable(Variable)?.Trim() is { Length: > 0 } named
        ? $"{Variable} names '{named}', where no program is; correct it, or remove it so that an installed Chromium is looked for."
        : $"No Chromium was found to print with; install Chromium or Chrome, or name it in {Variable}. Without it, any browser prints report.html well.";

    IEnumerable<string> OnPath()
    {
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        return (variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathFullyQualified)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name + suffix)));
    }
}
