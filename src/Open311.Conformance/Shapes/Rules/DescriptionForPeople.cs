using System.Text.RegularExpressions;
using Open311.Conformance.Findings;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes.Rules;

sealed partial class DescriptionForPeople : IItemsRule
{
    const string Requirement = "GR2-ERR-006";

    // A trace shows at the beginning; the pattern is quadratic at worst, so the text is bounded.
    const int Looked = 2000;

    public string Name => "description-for-people";

    public IReadOnlyList<string> Requirements => [Requirement];

    public void Judge(ShapeContext context, IReadOnlyList<Node> items)
    {
        foreach (var item in items)
        {
            if (item.Child("description") is not { IsScalar: true } description || description.IsEmpty)
                continue;
            var text = description.Text.Length > Looked ? description.Text[..Looked] : description.Text;
            var problem = Trace().IsMatch(text) ? "a stack trace, SQL or a class name"
                : text.Equals("error", StringComparison.OrdinalIgnoreCase) ? "no more than the word error"
                : Markup.In(text) is { } markup ? $"markup ({markup})"
                : null;
            if (problem is not null)
                context.Add(Verdict.Warn, Requirement, $"An error description is {problem}.", "a sentence for people", text, description);
        }
    }

    [GeneratedRegex(@"Traceback \(most recent|\bat [\w.$<>]+\([^)]*\)( in |:line|\s*$)|\b[\w.]+\.\w*Exception\b|SQLSTATE|syntax error at or near|\bSELECT .+ FROM |\.(php|py|rb|pm|cs|java) ?(on )?(:|line )\d+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Trace();
}
