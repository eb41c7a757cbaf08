using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes.Rules;

sealed class EndpointsInContainers : IItemsRule
{
    const string Requirement = "SD-FMT-003";

    public string Name => "endpoints-in-containers";

    public IReadOnlyList<string> Requirements => [Requirement];

    public void Judge(ShapeContext context, IReadOnlyList<Node> items)
    {
        if (context.Format != Protocol.DataFormat.Xml)
            return;
        foreach (var root in items)
        {
            var stray = root.Child("endpoint")
                ?? root.Children.Where(c => c.Name == "endpoints").SelectMany(c => c.Children).Select(e => e.Child("format")).FirstOrDefault(f => f is not null);
            if (stray is not null)
                context.Violated(Requirement, $"<{stray.Name}> stands outside its container.", $"<{stray.Name}s>", $"<{stray.Name}>", stray);
        }
    }
}
