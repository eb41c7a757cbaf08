using Open311.Conformance.Findings;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes.Rules;

sealed class BracketsInCodes : IItemsRule
{
    const string Requirement = "GR2-DEF-006";

    public string Name => "brackets-in-codes";

    public IReadOnlyList<string> Requirements => [Requirement];

    public void Judge(ShapeContext context, IReadOnlyList<Node> items)
    {
        foreach (var item in items)
        {
            if (item.Value("code") is { } code && code.AsSpan().ContainsAny('[', ']'))
                context.Add(Verdict.Warn, Requirement, $"The attribute code \"{code}\" holds a bracket, which breaks the form attribute[code].", "a code without brackets", code, item.Child("code"));
        }
    }
}
