using Open311.Conformance.Findings;
using Open311.Reporting;
using Open311.Reporting.Fleet;
using Open311.Reporting.Languages;
using Open311.Reporting.Printing;

namespace Open311.Cli.Rooms;

/// <summary>The reports of this house.</summary>
internal sealed class OwnReports : IReports
{
    /// <summary>The page on paper.</summary>
    public const string PdfName = "report.pdf";

    public IReadOnlyList<string> Summarise(RunReport report) => PlainSummary.Lines(report);

    public IReadOnlyList<string> Preview(RunReport report) => PostPreview.Lines(report);

    // The order of the formats puts the page for people first.
    public async Task<IReadOnlyList<string>> WriteAsync(RunReport report, string folder, ReportOrder order)
    {
        // A PDF is the page on paper.
        var formats = order.Printer is null ? order.Formats : order.Formats.Append("html");
        var files = await new ReportWriter(order.Language).WriteAsync(report, new DirectoryInfo(folder), formats.Select(FormatOf).ToHashSet());
        if (order.Printer is { } chromium)
            await new ChromiumPrinter(chromium).PrintAsync(files[0], new FileInfo(Path.Combine(folder, PdfName)));
        return [.. files.Select(f => f.FullName)];
    }

    public IReadOnlyList<string> Summarise(FleetReport report) => FleetSummary.Lines(report);

    public async Task<IReadOnlyList<string>> WriteAsync(FleetReport report, string folder, Language language) =>
        [.. (await FleetWriter.WriteAsync(report, new DirectoryInfo(folder), language)).Select(f => f.FullName)];

    static ReportFormat FormatOf(string name) => name switch
    {
        "html" => ReportFormat.Html,
        "json" => ReportFormat.Json,
        "junit" => ReportFormat.Junit,
        "md" => ReportFormat.Markdown,
        "badge" => ReportFormat.Badge,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Not a report format."),
    };
}
