using Open311.Conformance.Findings;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes.Rules;

sealed class ZeroBasedOrder : IItemsRule
{
    const string Requirement = "GR2-DEF-010";

    public string Name => "zero-based-order";

    public IReadOnlyList<string> Requirements => [Requirement];

    public void Judge(ShapeContext context, IReadOnlyList<Node> items)
    {
        var orders = items.Select(i => i.Value("order")).OfType<string>().ToList();
        if (!orders.Contains("0"))
            return;
        var zeroBased = orders.Distinct().Count() == orders.Count && orders.All(o => o.All(char.IsAsciiDigit));
        var first = items.First(i => i.Value("order") == "0");
        context.Add(
            zeroBased ? Verdict.Warn : context.Record.Severity(Requirement),
            Requirement,
            zeroBased ? "order counts from 0; expected positive integers." : "order is 0; expected a positive integer.",
            "positive integers",
            string.Join(", ", orders),
            first.Child("order"));
    }
}
