using System.Text;

namespace Open311.Conformance.Requirements;

/// <summary>Requirements as a table, one line each, as <c>open311 requirements</c> prints them.</summary>
public static class CatalogListing
{
    const string Gap = "  ";
    const int LeastStatement = 24;

    /// <summary>Lists requirements with their level, classes and whether a case decides them, and counts them.</summary>
    /// <param name="requirements">What to list, in order.</param>
    /// <param name="reasons">Whether to say why requirements are untested, below the table.</param>
    /// <param name="width">Columns of the terminal.</param>
    public static string Of(IEnumerable<Requirement> requirements, bool reasons = false, int width = 120)
    {
        var rows = requirements.ToArray();
        if (rows.Length == 0)
            return "No requirement matches.\n";
        var ids = rows.Max(row => row.Id.Length);
        var classes = rows.Max(row => Classes(row).Length);
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var line = string.Join(Gap, row.Id.PadRight(ids), Word(row.Level).PadRight(6), Classes(row).PadRight(classes), (row.Untested is null ? "tested" : "untested").PadRight(8));
            text.Append(line).Append(Gap).Append(TextWrap.Shorten(row.Statement, Math.Max(LeastStatement, width - line.Length - Gap.Length))).Append('\n');
        }

        text.Append('\n').Append(Total(rows)).Append('\n');
        if (reasons)
            AppendReasons(text, rows, width);
        return text.ToString();
    }

    static void AppendReasons(StringBuilder text, Requirement[] rows, int width)
    {
        foreach (var group in rows.Where(row => row.Untested is not null).GroupBy(row => row.Untested!).OrderByDescending(group => group.Count()))
            TextWrap.Append(text, $"{group.Count()} untested: {group.Key}", 0, width);
    }

    static string Total(Requirement[] rows)
    {
        var levels = string.Join(", ", Enum.GetValues<Level>()
            .Select(level => (level, count: rows.Count(row => row.Level == level)))
            .Where(pair => pair.count > 0)
            .Select(pair => $"{pair.count} {Word(pair.level)}"));
        var untested = rows.Count(row => row.Untested is not null);
        return $"{rows.Length} {(rows.Length == 1 ? "requirement" : "requirements")}: {levels}; {rows.Length - untested} tested, {untested} untested.";
    }

    static string Classes(Requirement requirement) => string.Join(',', requirement.Classes);

    static string Word(Level level) => level.ToString().ToLowerInvariant();
}
