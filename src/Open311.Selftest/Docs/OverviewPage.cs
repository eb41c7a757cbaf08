using System.Text;
using Open311.Conformance.Requirements;
using Open311.Reporting.Matrix;

namespace Open311.Selftest.Docs;

/// <summary>The overview of all areas.</summary>
internal static class OverviewPage
{
    public static string Of(RequirementCatalog catalog, IReadOnlyDictionary<string, RequirementRow> rows)
    {
        var text = new StringBuilder($"# Requirements of {catalog.Version}\n\n");
        text.Append(PageText.Notice).Append('\n');
        text.Append("Each requirement is one testable statement of a document. A page tells of each of its requirements the clause, our reading where the text is unclear, ");
        text.Append("the cases that decide it, and the faults of the mock that prove that they do.\n\n");
        text.Append("| Area | Requirements | Must | Should | May | Untested | Proved by a fault |\n|---|---|---|---|---|---|---|\n");
        foreach (var area in catalog.Areas)
        {
            var all = catalog.InArea(area.Name).ToList();
            int Count(Level level) => all.Count(r => r.Level == level);
            var proved = all.Count(r => rows.TryGetValue(r.Id, out var row) && row.Faults.Count > 0);
            text.Append($"| [{PageText.Cell(area.Title)}]({area.Name}.md) | {all.Count} | {Count(Level.Must)} | {Count(Level.Should)} | {Count(Level.May)} | {all.Count(r => r.Untested is not null)} | {proved} |\n");
        }

        text.Append("\n## Conformance classes\n\n| Class | Title | Requirements |\n|---|---|---|\n");
        foreach (var known in catalog.Classes)
            text.Append($"| `{known.Name}` | {PageText.Cell(known.Title)} | {catalog.InClass(known.Name).Count()} |\n");
        return text.ToString();
    }
}
