using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes.Rules;

sealed class HasAnError : IItemsRule
{
    public string Name => "has-an-error";

    public IReadOnlyList<string> Requirements => ["GR2-ERR-002", "GR2-ERR-003"];

    public void Judge(ShapeContext context, IReadOnlyList<Node> items)
    {
        if (items.Count == 0)
            context.Violated(context.Format == Protocol.DataFormat.Xml ? "GR2-ERR-002" : "GR2-ERR-003", "The refusal holds no error.", "at least one error with code and description", "an empty list");
    }
}
