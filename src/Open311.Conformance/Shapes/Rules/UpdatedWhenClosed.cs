using Open311.Conformance.Findings;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes.Rules;

sealed class UpdatedWhenClosed : IItemsRule
{
    const string Requirement = "GR2-REQS-009";

    public string Name => "updated-when-closed";

    public IReadOnlyList<string> Requirements => [Requirement];

    public void Judge(ShapeContext context, IReadOnlyList<Node> items)
    {
        foreach (var item in items)
        {
            if (item.Child("updated_datetime") is not { IsEmpty: true } empty)
                continue;
            if (item.Value("status") == "closed")
                context.Violated(Requirement, "updated_datetime of a closed request is empty; it is the time of closing.", "the time of closing", "an empty field", empty);
            else
                context.Add(Verdict.Info, Requirement, "updated_datetime of an open request is empty.", "the time of the last change", "an empty field", empty);
        }
    }
}
