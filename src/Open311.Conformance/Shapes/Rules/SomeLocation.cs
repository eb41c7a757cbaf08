using Open311.Conformance.Findings;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes.Rules;

sealed class SomeLocation : IItemsRule
{
    const string Requirement = "GR2-REQS-011";

    public string Name => "some-location";

    public IReadOnlyList<string> Requirements => [Requirement];

    public void Judge(ShapeContext context, IReadOnlyList<Node> items)
    {
        var placeless = items.Where(i => (i.Value("lat") is null || i.Value("long") is null) && i.Value("address") is null && i.Value("address_id") is null).ToList();
        if (placeless.Count > 0)
            context.Add(Verdict.Warn, Requirement, $"{placeless.Count} of {items.Count} requests have neither coordinates nor address nor address_id.", "some location", "none", placeless[0]);
        else if (items.Count > 0)
            context.Passed(Requirement, "Every request has a location.");
    }
}
