using Open311.Reporting.Languages;

namespace Open311.Cli.Rooms;

/// <summary>Which reports are wanted, and how.</summary>
/// <param name="Formats">Out of <c>html</c>, <c>json</c>, <c>junit</c>, <c>md</c>, <c>badge</c>.</param>
/// <param name="Language">Of the reports for people.</param>
internal sealed record ReportOrder(IReadOnlyList<string> Formats, Language Language = Language.English)
{
    /// <summary>The Chromium that prints <c>report.pdf</c>; null for no PDF.</summary>
    public string? Printer { get; init; }
}
