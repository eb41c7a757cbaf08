using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes.Rules;

sealed class DisplayOnlyNotRequired : IItemsRule
{
    const string Requirement = "GR2-DEF-017";

    public string Name => "display-only-not-required";

    public IReadOnlyList<string> Requirements => [Requirement];

    public void Judge(ShapeContext context, IReadOnlyList<Node> items)
    {
        foreach (var item in items.Where(i => i.Value("variable") == "false"))
        {
            if (item.Value("required") == "true")
                context.Violated(Requirement, "An attribute that takes no input (variable=false) is marked required; no client can satisfy it.", "required=false", "required=true", item);
            else
                context.Passed(Requirement, "Display-only attributes are not required.");
        }
    }
}
