namespace Open311.Conformance.Shapes;

/// <summary>The requirements a shape decides.</summary>
public static class ShapeRequirements
{
    /// <summary>Every requirement the shape, its fields and its rules can charge; folded ones by the one that stands for them.</summary>
    public static IReadOnlyList<string> Of(Shape shape, IReadOnlyList<IItemsRule> rules)
    {
        var generic = shape.Generic;
        var ids = new List<string?>
        {
            shape.XmlRoot, shape.XmlItem, shape.XmlAlso, shape.JsonTop,
            generic.Unknown, generic.Once, generic.Attributes, generic.Namespace, generic.JsonScalar, generic.JsonNull, generic.JsonNames, generic.Case, generic.WhiteSpace,
        };
        ids.AddRange(shape.Fields.SelectMany(Of));
        var named = shape.Rules.Concat(shape.Fields.SelectMany(RulesOf)).ToHashSet();
        ids.AddRange(rules.Where(r => named.Contains(r.Name)).SelectMany(r => r.Requirements));
        return [.. ids.OfType<string>().Select(id => shape.Folded.Contains(id) ? shape.FoldedInto! : id).Distinct()];
    }

    static IEnumerable<string?> Of(Field field) =>
        new[] { field.Presence, field.Value, field.Zone, field.Json, field.Unique, field.Length, field.NoMarkup, field.Structure }.Concat(field.Fields.SelectMany(Of));

    static IEnumerable<string> RulesOf(Field field) => field.Rules.Concat(field.Fields.SelectMany(RulesOf));
}
