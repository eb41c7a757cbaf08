using System.Globalization;
using Open311.Conformance.Shapes;
using Open311.Protocol.Dates;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Rules.Consistency;

/// <summary>Whether two texts say the same thing, by what a field holds.</summary>
static class Values
{
    // A tenth of a millimetre: what a double loses in printing is no difference.
    const double Degrees = 1e-9;

    /// <summary>How the value of a field in one format compares with the other.</summary>
    public static DifferenceKind Compare(FieldKind kind, string? one, string? other)
    {
        if (one is null || other is null)
            return one is null && other is null ? DifferenceKind.None : DifferenceKind.Value;
        if (Plain(one) == Plain(other))
            return DifferenceKind.None;
        return kind switch
        {
            FieldKind.Latitude or FieldKind.Longitude or FieldKind.Order => Kind(SameNumber(one, other)),
            FieldKind.Boolean => Kind(Flag(one) == Flag(other)),
            FieldKind.Keywords => Kind(Terms(one).SequenceEqual(Terms(other))),
            FieldKind.Identifier when IsOneNumber(one, other) => DifferenceKind.Number,
            FieldKind.DateTime when SameInstant(one, other) => DifferenceKind.SameInstant,
            _ => DifferenceKind.Value,
        };
    }

    /// <summary>Whether two different texts are one number, written differently: 006 and 6, 17 and 17.0.</summary>
    public static bool IsOneNumber(string one, string other) => one != other && Bare(one) == Bare(other);

    /// <summary>A number's shortest text; any other text as it is.</summary>
    public static string Bare(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("G29", CultureInfo.InvariantCulture)
            : text;

    /// <summary>The single value of a field as text; null when there is none or it is a structure. Keywords may be a list of their own.</summary>
    public static string? Text(Node? node, FieldKind kind) => node switch
    {
        null or { IsEmpty: true } => null,
        { IsScalar: true } => node.Text,
        _ when kind == FieldKind.Keywords && node.Children.All(c => c.IsScalar) => string.Join(",", node.Children.Select(c => c.Text)),
        _ => null,
    };

    static DifferenceKind Kind(bool same) => same ? DifferenceKind.None : DifferenceKind.Value;

    static string Flag(string text) => text.ToLowerInvariant() switch { "1" or "yes" => "true", "0" or "no" => "false", var word => word };

    // XML turns line ends into LF and knows no control characters.
    static string Plain(string text)
    {
        var lines = text.Replace("\r\n", "\n").Replace('\r', '\n');
        return (lines.Any(IsForbidden) ? string.Concat(lines.Where(c => !IsForbidden(c))) : lines).Trim();
    }

    static bool IsForbidden(char c) => (c < ' ' && c is not ('\n' or '\t')) || c is '\uFFFD' or '\uFFFE' or '\uFFFF';

    static bool SameNumber(string one, string other) =>
        double.TryParse(one, NumberStyles.Float, CultureInfo.InvariantCulture, out var a)
        && double.TryParse(other, NumberStyles.Float, CultureInfo.InvariantCulture, out var b)
        && Math.Abs(a - b) <= Degrees;

    static bool SameInstant(string one, string other) =>
        W3CDateTime.TryRead(one, out var a) && W3CDateTime.TryRead(other, out var b) && a.Instant == b.Instant;

    static IEnumerable<string> Terms(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
}
