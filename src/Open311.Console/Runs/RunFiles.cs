namespace Open311.WebConsole.Runs;

/// <summary>The files of a run that are handed out; nothing else in its folder is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its media type.</param>
/// <param name="IsPage">Whether it is shown instead of saved.</param>
internal sealed record RunFiles(string Name, string Type, bool IsPage = false)
{
    public const string Report = "report.html";
    public const string Bundle = "bundle.zip";

    /// <summary>In the order shown.</summary>
    public static IReadOnlyList<RunFiles> All { get; } =
    [
        new(Report, "text/html; charset=utf-8", true),
        new(Bundle, "application/zip"),
        new("report.pdf", "application/pdf"),
        new("report.json", "application/json"),
        new("report.md", "text/markdown; charset=utf-8"),
        new("report.junit.xml", "application/xml"),
        new("badge.svg", "image/svg+xml"),
        new("exchanges.har", "application/json"),
        new("posts.jsonl", "application/jsonl"),
    ];

    /// <summary>Those that a run has.</summary>
    public static IReadOnlyList<(RunFiles File, long Length)> In(DirectoryInfo folder) => [.. All
        .Select(f => (f, new FileInfo(Path.Combine(folder.FullName, f.Name))))
        .Where(f => f.Item2.Exists)
        .Select(f => (f.f, f.Item2.Length))];
}
