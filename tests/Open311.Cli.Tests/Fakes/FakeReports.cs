using Open311.Cli.Rooms;
using Open311.Conformance.Findings;
using Open311.Reporting.Fleet;
using Open311.Reporting.Languages;

namespace Open311.Cli.Tests.Fakes;

/// <summary>Writes empty files and a two-line summary.</summary>
internal sealed class FakeReports : IReports
{
    public RunReport? Written { get; private set; }

    public string? Folder { get; private set; }

    public IReadOnlyList<string> Formats { get; private set; } = [];

    public Language Language { get; private set; }

    public Exception? Failure { get; set; }

    /// <summary>What is known of many targets, after each of them.</summary>
    public List<FleetReport> Indexes { get; } = [];

    public Exception? IndexFailure { get; set; }

    public FleetReport Index => Indexes[^1];

    public IReadOnlyList<string> Lines { get; set; } =
        ["CONFORMS  embedded city", "", "Classes", "  granted     read-xml  All of it.", "  refused     read-json  A must is violated.", "  fail  GR2-JSON-001: Not JSON."];

    public IReadOnlyList<string> Summarise(RunReport report) => Lines;

    public async Task<IReadOnlyList<string>> WriteAsync(RunReport report, string folder, ReportOrder order)
    {
        if (Failure is { } failure)
            throw failure;
        (Written, Folder, Formats, Language) = (report, folder, order.Formats, order.Language);
        var path = Path.Combine(folder, "report.html");
        await File.WriteAllTextAsync(path, "");
        return [path];
    }

    public IReadOnlyList<string> Summarise(FleetReport report) => FleetSummary.Lines(report);

    public IReadOnlyList<string> Preview(RunReport report) => [$"# {report.Planned.Count} POSTs are planned."];

    public async Task<IReadOnlyList<string>> WriteAsync(FleetReport report, string folder, Language language)
    {
        if (IndexFailure is { } failure)
            throw failure;
        Indexes.Add(report);
        return [.. (await FleetWriter.WriteAsync(report, new DirectoryInfo(folder), language)).Select(f => f.FullName)];
    }
}
