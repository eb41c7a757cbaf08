using Open311.Conformance.Findings;
using Open311.Protocol.Dates;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes.Rules;

sealed class PlausibleTimes : IItemsRule
{
    const string Requirement = "GR2-DATE-005";
    static readonly TimeSpan skew = TimeSpan.FromMinutes(5);
    static readonly TimeSpan slack = TimeSpan.FromHours(24);

    public string Name => "plausible-times";

    public IReadOnlyList<string> Requirements => [Requirement];

    public void Judge(ShapeContext context, IReadOnlyList<Node> items)
    {
        var early = new List<Node>();
        var expected = new List<Node>();
        var future = new List<Node>();
        foreach (var item in items)
        {
            var requested = Instant(item, "requested_datetime");
            var updated = Instant(item, "updated_datetime");
            if (updated < requested - skew)
                early.Add(item);
            if (Instant(item, "expected_datetime") < requested - slack)
                expected.Add(item);
            if (requested > context.Now + slack || updated > context.Now + slack)
                future.Add(item);
        }

        Warn(context, early, items.Count, "were updated before they were requested");
        Warn(context, expected, items.Count, "are expected to be fulfilled before they were requested");
        Warn(context, future, items.Count, "carry times in the future");
        if (early.Count + expected.Count + future.Count == 0 && items.Count > 0)
            context.Passed(Requirement, "Times are plausible.");
    }

    static void Warn(ShapeContext context, List<Node> offenders, int total, string what)
    {
        if (offenders.Count > 0)
        {
            context.Add(Verdict.Warn, Requirement, $"{offenders.Count} of {total} requests {what}.", "requested <= updated, requested <= expected, nothing in the future", $"requested {offenders[0].Value("requested_datetime")}, updated {offenders[0].Value("updated_datetime")}, expected {offenders[0].Value("expected_datetime")}", offenders[0]);
        }
    }

    static DateTimeOffset? Instant(Node item, string field) =>
        item.Value(field) is { } text && W3CDateTime.TryRead(text, out var value) && (value.Peculiarities & DatePeculiarities.NoZone) == 0 ? value.Instant : null;
}
