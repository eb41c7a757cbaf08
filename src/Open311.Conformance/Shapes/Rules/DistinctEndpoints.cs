using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes.Rules;

sealed class DistinctEndpoints : IItemsRule
{
    const string Requirement = "SD-EP-009";

    public string Name => "distinct-endpoints";

    public IReadOnlyList<string> Requirements => [Requirement];

    public void Judge(ShapeContext context, IReadOnlyList<Node> items)
    {
        var repeated = items.GroupBy(i => (i.Value("specification"), i.Value("url")?.TrimEnd('/'))).FirstOrDefault(g => g.Count() > 1);
        if (repeated is not null)
            context.Violated(Requirement, $"{repeated.Count()} endpoints share url and specification.", "distinct endpoints", repeated.Key.Item2, repeated.Skip(1).First());
        else if (items.Count > 0)
            context.Passed(Requirement, "Endpoints are distinct.");
    }
}
