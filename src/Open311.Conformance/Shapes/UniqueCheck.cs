using Open311.Conformance.Findings;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes;

/// <summary>No two items share the value of a field.</summary>
static class UniqueCheck
{
    public static void Check(ShapeContext context, Field field, IReadOnlyList<Node> items)
    {
        var requirement = field.Unique!;
        var values = items.Select(i => (Item: i, Value: i.Value(field.Name))).Where(v => v.Value is not null).ToList();
        var repeated = values.GroupBy(v => v.Value).Where(g => g.Count() > 1).ToList();
        foreach (var group in repeated)
        {
            context.Violated(requirement, $"{field.Name} \"{group.Key}\" occurs {group.Count()} times in one list.", "unique values", group.Key, group.Skip(1).First().Item);
        }

        var alike = values.GroupBy(v => v.Value!.ToLowerInvariant()).FirstOrDefault(g => g.Select(v => v.Value).Distinct().Count() > 1);
        if (alike is not null)
            context.Add(Verdict.Warn, requirement, $"{string.Join(" and ", alike.Select(v => $"\"{v.Value}\"").Distinct())} differ in letter case only.", "clearly different values", alike.Key, alike.First().Item);
        if (repeated.Count == 0 && alike is null && values.Count > 0)
            context.Passed(requirement, $"No two items share {field.Name}.");
    }
}
