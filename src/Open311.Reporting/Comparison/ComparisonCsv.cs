using System.Globalization;
using System.Text;
using CsvHelper;
using Open311.Conformance.Profiles;
using Open311.Reporting.Fleet;

namespace Open311.Reporting.Comparison;

/// <summary>
/// Writes <c>comparison.csv</c>: a line for each demand and each mandatory clause, a column for each bid; RFC 4180, UTF-8 with a byte order mark, and
/// nothing in it that a spreadsheet would take for a formula.
/// </summary>
static class ComparisonCsv
{
    // Nothing counts that a bid says whose evidence does not verify.
    const string Void = "does-not-verify";

    public static void Write(BidComparison comparison, Stream output)
    {
        using var csv = new CsvWriter(new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true), FleetCsv.Format);
        var bids = comparison.Bids;
        Line("kind", "duty", "name", "statement", bids.Select(b => b.Name));
        Line("file", "", "", "", bids.Select(b => b.File));
        Line("evidence", "", "", "", bids.Select(b => b.Standing.ToString().ToLowerInvariant()));
        Line("remarks", "", "", "", bids.Select(b => string.Join(' ', b.Remarks)));
        Line("endpoint", "", "", "", bids.Select(b => b.Report?.Target.Endpoint.OriginalString ?? ""));
        Line("started", "", "", "", bids.Select(b => b.Report?.Started.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? ""));
        Line("meets", "", comparison.Profile.Name, comparison.Profile.Title, bids.Select(b => b.Meets switch { true => "yes", false => "no", _ => "open" }));
        foreach (var demand in comparison.Profile.Demands)
            Line("demand", demand.Duty.Word(), demand.Name, Title(comparison, demand), bids.Select(b => b.Standing == Standing.Broken ? Void : b.Verdict?.Results.FirstOrDefault(r => r.Demand == demand)?.State.Word() ?? ""));
        foreach (var row in comparison.Clauses)
            Line("clause", Duty.Mandatory.Word(), row.Requirement.Id, row.Requirement.Statement, row.Cells.Zip(bids, (c, b) => b.Standing == Standing.Broken ? Void : c.Verdict));

        void Line(string kind, string duty, string name, string statement, IEnumerable<string> cells)
        {
            foreach (var field in (IEnumerable<string>)[kind, duty, name, statement, .. cells])
                csv.WriteField(FleetCsv.Cell(field));
            csv.NextRecord();
        }
    }

    static string Title(BidComparison comparison, ProfileDemand demand) =>
        comparison.Bids.SelectMany(b => b.Verdict?.Results ?? []).FirstOrDefault(r => r.Demand == demand)?.Title ?? "";
}
