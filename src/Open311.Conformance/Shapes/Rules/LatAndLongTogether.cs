using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes.Rules;

sealed class LatAndLongTogether : IItemsRule
{
    const string Requirement = "GR2-REQS-014";

    public string Name => "lat-and-long-together";

    public IReadOnlyList<string> Requirements => [Requirement];

    public void Judge(ShapeContext context, IReadOnlyList<Node> items)
    {
        foreach (var item in items)
        {
            var (lat, longitude) = (item.Value("lat"), item.Value("long"));
            if (lat is null == longitude is null)
                context.Passed(Requirement, "lat and long are given together or not at all.");
            else
                context.Violated(Requirement, $"{(lat is null ? "long" : "lat")} is given without {(lat is null ? "lat" : "long")}.", "both or none", $"lat \"{lat}\", long \"{longitude}\"", item);
        }
    }
}
