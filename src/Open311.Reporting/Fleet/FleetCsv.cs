using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using Open311.Conformance.Findings;

namespace Open311.Reporting.Fleet;

/// <summary>
/// Writes <c>index.csv</c>: a line a target, RFC 4180, UTF-8 with a byte order mark, so that spreadsheets read it right. The columns are always the
/// same, so that the files of several machines can be put together.
/// </summary>
static partial class FleetCsv
{
    // What a spreadsheet takes for the beginning of a formula, in both widths.
    const string Formula = "=+-@＝＋－＠";

    internal static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        InjectionOptions = InjectionOptions.Escape,
        InjectionCharacters = [.. Formula, '\t', '\r', '\n'],
    };

    static readonly (string Name, Func<FleetEntry, object?> Value)[] Columns =
    [
        ("name", e => e.Name),
        ("endpoint", e => e.Endpoint),
        ("result", e => FleetWording.Result(e)),
        ("exit_code", e => e.ExitCode),
        ("reason", e => e.Reason),
        ("advice", e => e.Advice),
        ("fail", e => e.Summary?.Fail),
        ("warn", e => e.Summary?.Warn),
        ("pass", e => e.Summary?.Pass),
        ("info", e => e.Summary?.Info),
        ("inconclusive", e => e.Summary?.Inconclusive),
        ("not_applicable", e => e.Summary?.NotApplicable),
        ("skipped", e => e.Summary?.Skipped),
        ("musts", e => e.Summary?.Musts),
        ("musts_exercised", e => e.Summary?.MustsExercised),
        ("musts_conform", e => e.Summary?.MustsConform),
        ("classes_granted", e => Classes(e, ClassState.Granted)),
        ("classes_refused", e => Classes(e, ClassState.Refused)),
        ("classes_not_tested", e => Classes(e, ClassState.NotTested)),
        ("violated", e => string.Join(' ', e.Causes.Where(c => c.Verdict == Verdict.Fail).Select(c => c.Requirement))),
        ("gravest_cause", e => e.Causes.Count > 0 ? e.Causes[0].Headline : null),
        ("records_to_remove", e => e.RecordsToRemove),
        ("exchanges", e => e.Summary?.Exchanges),
        ("started", e => e.Started?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        ("seconds", e => e.Started is null ? null : e.Duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)),
        ("requirement_set", e => e.RequirementSet),
        ("report", e => e.Report),
        ("held_against", e => e.HeldSentence),
    ];

    public static void Write(FleetReport report, Stream output)
    {
        using var csv = new CsvWriter(new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true), Format);
        foreach (var (name, _) in Columns)
            csv.WriteField(name);
        csv.WriteField("tool_version");
        csv.NextRecord();
        foreach (var entry in report.Entries)
        {
            foreach (var (_, value) in Columns)
                csv.WriteField(Cell(value(entry)));
            csv.WriteField(report.ToolVersion);
            csv.NextRecord();
        }
    }

    // Where a semicolon separates columns, as Excel has it in much of Europe, a text must not begin a formula after one either.
    internal static string? Cell(object? value) => value is string text
        ? AfterSeparator().Replace(text.Trim(), "$1'")
        : Convert.ToString(value, CultureInfo.InvariantCulture);

    static string Classes(FleetEntry entry, ClassState state) => string.Join(' ', entry.Classes.Where(c => c.State == state).Select(c => c.Name));

    [GeneratedRegex("""([;|]["\s]*)(?=[=+\-@＝＋－＠])""")]
    private static partial Regex AfterSeparator();
}
