using System.Text;
using Open311.Conformance.Cases;
using Open311.Conformance.Requirements;
using Open311.Mock.Faults;
using Open311.Reporting.Matrix;

namespace Open311.Selftest.Docs;

/// <summary>The requirements of an area.</summary>
internal sealed class AreaPage(ILookup<string, Case> cases, IReadOnlyDictionary<string, RequirementRow> rows, FaultCatalog faults)
{
    public string Of(RequirementArea area, IReadOnlyList<Requirement> requirements)
    {
        var text = new StringBuilder($"# {PageText.Prose(area.Title)}\n\n").Append(PageText.Notice).Append('\n');
        foreach (var requirement in requirements)
            Append(text, requirement);
        return text.ToString();
    }

    void Append(StringBuilder text, Requirement r)
    {
        text.Append($"## {r.Id}\n\n{PageText.Prose(r.Statement)}\n\n");
        Line("Clause", $"[{PageText.Prose(r.Source)}, {PageText.Prose(r.Section)}]({r.Clause})");
        Line("Level", $"{r.Level.ToString().ToLowerInvariant()} ({r.Basis.ToString().ToLowerInvariant()})");
        Line("Classes", string.Join(", ", r.Classes.Select(c => $"`{c}`")));
        if (r.Ruling is { } ruling)
            Line("Our reading", PageText.Prose(ruling));
        if (r.Accept is { } accept)
            Line("Tolerated", PageText.Prose(accept));
        Line("Cases", Cases(r));
        Line("Faults that prove it", Faults(r));
        text.Append('\n');

        void Line(string name, string value) => text.Append($"- {name}: {value}\n");
    }

    string Cases(Requirement requirement)
    {
        if (requirement.Untested is { } untested)
            return $"none: {PageText.Prose(untested)}";
        var known = cases[requirement.Id].Select(c => $"`{c.Id}`").Distinct().ToList();
        return known.Count > 0 ? string.Join(", ", known) : "none of its own; it is told by rules of others";
    }

    string Faults(Requirement requirement)
    {
        if (!rows.TryGetValue(requirement.Id, out var row) || (row.Faults.Count == 0 && row.Reason is null))
            return "none";
        return row.Faults.Count == 0
            ? $"none: {PageText.Prose(row.Reason!)}"
            : string.Concat(row.Faults.Select(f => $"\n  - `{f}`: {PageText.Prose(faults.Find(f).Title)}"));
    }
}
