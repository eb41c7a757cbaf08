using Open311.Conformance.Shapes;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Rules.Consistency;

/// <summary>Finds fields that JSON has under another name: one name is always missing, another always in its place with the same value.</summary>
static class RenameFinder
{
    public static IReadOnlyList<Rename> Find(IReadOnlyList<Field> fields, IReadOnlyList<(Node Xml, Node Json)> pairs)
    {
        var found = new List<Rename>();
        var strange = pairs.SelectMany(p => p.Json.Children.Where(c => !c.IsEmpty && p.Xml.Child(c.Name) is null).Select(c => c.Name)).Distinct()
            .Where(n => fields.All(f => f.Name != n))
            .ToList();
        foreach (var field in strange.Count == 0 ? [] : fields.Where(f => f.Kind != FieldKind.List))
        {
            var filled = pairs.Where(p => p.Xml.Value(field.Name) is not null).ToList();
            if (filled.Count == 0 || filled.Any(p => p.Json.Child(field.Name) is not null || GenericRules.VariantOf(field.Name, p.Json) is not null))
                continue;
            var name = strange.FirstOrDefault(n => filled.All(p => p.Json.Value(n) is { } text && Values.Compare(field.Kind, p.Xml.Value(field.Name), text) is not (DifferenceKind.Value or DifferenceKind.Item)));
            if (name is not null)
                found.Add(new(field.Name, name, filled[0].Json.Child(name)!));
        }

        return found;
    }
}
