using System.Globalization;
using Open311.Conformance.Judging;
using Open311.Conformance.Shapes;
using Open311.Protocol.Dates;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Rules.Requests.Trying;

/// <summary>Compares two readings of one request by the fields of the standard. Absent and empty are equal, and so are two ways to write one instant or number.</summary>
static class Likeness
{
    /// <summary>Names of the fields that differ.</summary>
    public static IReadOnlyList<string> Differences(Examination e, Node one, Node other) =>
        [.. e.Shapes["service_requests"].Fields.Where(f => !Same(f.Kind, one.Child(f.Name), other.Child(f.Name))).Select(f => f.Name)];

    static bool Same(FieldKind kind, Node? one, Node? other)
    {
        // A structure where a single value is due is charged to the rules of its format.
        if (one is { IsScalar: false } or { IsEmpty: true, Raw: RawKind.JsonObject or RawKind.JsonArray } || other is { IsScalar: false } or { IsEmpty: true, Raw: RawKind.JsonObject or RawKind.JsonArray })
            return true;
        var left = one?.Text ?? "";
        var right = other?.Text ?? "";
        if (left == right)
            return true;
        return kind switch
        {
            FieldKind.DateTime => W3CDateTime.TryRead(left, out var a) && W3CDateTime.TryRead(right, out var b) && a.Instant == b.Instant,
            FieldKind.Latitude or FieldKind.Longitude => Number(left) is { } x && Number(right) is { } y && x == y,
            FieldKind.Identifier => SameId.Instance.Equals(left, right),
            _ => false,
        };
    }

    static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
