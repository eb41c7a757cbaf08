using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes.Rules;

sealed class AttributesInContainer : IItemsRule
{
    const string Placed = "GR2-DEF-003";
    const string Filled = "GR2-DEF-004";

    public string Name => "attributes-in-container";

    public IReadOnlyList<string> Requirements => [Placed, Filled];

    public void Judge(ShapeContext context, IReadOnlyList<Node> items)
    {
        foreach (var definition in items)
        {
            if (definition.Child("attribute") is { } stray)
                context.Violated(Placed, "attribute stands directly under service_definition, expected inside attributes.", "attributes/attribute", "attribute", stray);
            else
                context.Passed(Placed, "Attributes sit inside their container.");
            if (definition.Child("attributes") is { IsEmpty: false })
                context.Passed(Filled, "The definition has attributes.");
            else if (definition.Child("attribute") is null)
                context.Violated(Filled, "The definition of a service with metadata=true has no attribute; metadata should be false.", "at least one attribute", "none", definition, definition.Child("attributes") is null ? "GR2-DEF-001" : null);
        }
    }
}
