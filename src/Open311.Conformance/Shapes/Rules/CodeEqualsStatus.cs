using Open311.Conformance.Findings;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes.Rules;

sealed class CodeEqualsStatus : IItemsRule
{
    const string Requirement = "GR2-ERR-005";

    public string Name => "code-equals-status";

    public IReadOnlyList<string> Requirements => [Requirement];

    public void Judge(ShapeContext context, IReadOnlyList<Node> items)
    {
        foreach (var item in items)
        {
            if (item.Value("code") is not { } code)
                continue;
            if (code == $"{context.Reply.Status}")
                context.Passed(Requirement, "The error code equals the HTTP status.");
            else
                context.Add(Verdict.Info, Requirement, $"The error code is {code}, the HTTP status {context.Reply.Status}.", $"{context.Reply.Status}", code, item.Child("code"));
        }
    }
}
