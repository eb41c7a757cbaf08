using Open311.Cli.Rooms;
using Open311.Conformance.Findings;

namespace Open311.Cli.Tests.Fakes;

/// <summary>Writes empty files and a two-line summary.</summary>
internal sealed class FakeReports : IReports
{
    public RunReport? Written { get; private set; }

    public string? Folder { get; private set; }

    public IReadOnlyList<string> Formats { get; private set; } = [];

    public Exception? Failure { get; set; }

    public IReadOnlyList<string> Lines { get; set; } =
        ["CONFORMS  embedded city", "", "Classes", "  granted     read-xml  All of it.", "  refused     read-json  A must is violated.", "  fail  GR2-JSON-001: Not JSON."];

    public IReadOnlyList<string> Summarise(RunReport report) => Lines;

    public async Task<IReadOnlyList<string>> WriteAsync(RunReport report, string folder, IReadOnlyList<string> formats)
    {
        if (Failure is { } failure)
            throw failure;
        (Written, Folder, Formats) = (report, folder, formats);
        var path = Path.Combine(folder, "report.html");
        await File.WriteAllTextAsync(path, "");
        return [path];
    }
}
