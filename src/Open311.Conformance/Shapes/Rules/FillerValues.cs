using Open311.Conformance.Findings;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes.Rules;

sealed class FillerValues : IItemsRule
{
    const string Requirement = "GR2-REQS-045";

    public string Name => "filler-values";

    public IReadOnlyList<string> Requirements => [Requirement];

    public void Judge(ShapeContext context, IReadOnlyList<Node> items)
    {
        var filled = items.Where(i => i.Value("zipcode") is { } zip && zip.All(c => c == '0')).ToList();
        if (filled.Count > 0)
            context.Add(Verdict.Info, Requirement, $"{filled.Count} of {items.Count} requests have a zipcode of zeros.", "a postal code, or nothing", filled[0].Value("zipcode"), filled[0]);
    }
}
