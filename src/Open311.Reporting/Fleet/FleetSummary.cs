using Open311.Reporting.Summaries;
using Open311.Reporting.Text;

namespace Open311.Reporting.Fleet;

/// <summary>What a person reads in ten seconds about many targets, as plain text.</summary>
public static class FleetSummary
{
    const int LongestName = 60;
    const int LongestGist = 300;

    /// <summary>The headline and a line or more for each target, the gravest first; about 80 columns at most.</summary>
    public static IReadOnlyList<string> Lines(FleetReport report) =>
    [
        $"{FleetWording.Headline(report)}.",
        "",
        .. report.Entries.Index().OrderBy(e => Gravity(e.Item.State)).ThenBy(e => e.Index).SelectMany(e => Lines(e.Item)),
    ];

    static IEnumerable<string> Lines(FleetEntry entry)
    {
        yield return $"  {FleetWording.Result(entry),-16}  {Bounded.Short(entry.Name, LongestName)}";
        var records = entry.RecordsToRemove == 0 ? "" : $" Test records to remove: {entry.RecordsToRemove}.";
        var indent = new string(' ', 20);
        string[] texts = [FleetWording.Musts(entry), Bounded.Short(FleetWording.Gist(entry), LongestGist) + records];
        foreach (var line in texts.Where(text => text.Length > 0).SelectMany(text => TextWrap.Lines(text, indent)))
            yield return line;
    }

    static int Gravity(FleetState state) => state switch
    {
        FleetState.Nonconformant => 0,
        FleetState.CouldNotTest => 1,
        FleetState.NotStarted => 2,
        _ => 3,
    };
}
