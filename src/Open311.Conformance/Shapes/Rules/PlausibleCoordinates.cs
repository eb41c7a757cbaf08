using System.Globalization;
using Open311.Conformance.Findings;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes.Rules;

sealed class PlausibleCoordinates : IItemsRule
{
    const string Requirement = "GR2-REQS-016";
    const int Telling = 8;

    public string Name => "plausible-coordinates";

    public IReadOnlyList<string> Requirements => [Requirement];

    public void Judge(ShapeContext context, IReadOnlyList<Node> items)
    {
        var placed = items
            .Select(i => (Item: i, Lat: Degrees(i, "lat"), Long: Degrees(i, "long")))
            .Where(p => p.Lat is not null && p.Long is not null)
            .ToList();
        if (placed.Count == 0)
            return;
        var zero = placed.Where(p => p is { Lat: 0, Long: 0 }).ToList();
        if (zero.Count > 0)
            context.Add(Verdict.Warn, Requirement, $"{zero.Count} of {placed.Count} requests lie at 0,0, which stands for a missing position.", "the position, or empty fields", "0,0", zero[0].Item);
        var common = placed.GroupBy(p => (p.Lat, p.Long)).MaxBy(g => g.Count())!;
        var defaulted = placed.Count >= Telling && common.Count() * 2 > placed.Count && common.Key is not (0, 0);
        if (defaulted)
            context.Add(Verdict.Warn, Requirement, $"{common.Count()} of {placed.Count} requests lie at the same point.", "positions of their own", $"{common.Key.Lat},{common.Key.Long}", common.First().Item);
        if (zero.Count == 0 && !defaulted)
            context.Passed(Requirement, "Coordinates are plausible.");
    }

    static double? Degrees(Node item, string field) =>
        double.TryParse(item.Value(field), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;
}
