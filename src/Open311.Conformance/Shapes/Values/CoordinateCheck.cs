using System.Globalization;
using System.Text.RegularExpressions;
using Open311.Conformance.Findings;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes.Values;

abstract partial class CoordinateCheck(FieldKind kind, double limit) : IValueCheck
{
    public FieldKind Kind => kind;

    public void Check(ShapeContext context, Field field, Node value)
    {
        var text = value.Text;
        var expected = $"decimal degrees from -{limit} to {limit}";
        if (!Lenient().IsMatch(text) || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees))
        {
            context.Violated(field.Value!, $"{field.Name} \"{text}\" is no decimal number.", expected, text, value, value.Raw == RawKind.JsonString ? null : Conformance.Rules.Damage.Of(context.Reply));
            return;
        }

        if (Math.Abs(degrees) > limit)
            context.Violated(field.Value!, $"{field.Name} {text} is outside -{limit} to {limit}.", expected, text, value);
        else if (!Plain().IsMatch(text))
            context.Add(Verdict.Warn, field.Value!, $"{field.Name} \"{text}\" is written with an exponent or a leading plus.", expected, text, value);
        else
            context.Passed(field.Value!, $"{field.Name} is in decimal degrees.");

        if (value.Raw == RawKind.XmlElement || field.Json is not { } json)
            return;
        if (value.Raw == RawKind.JsonNumber)
            context.Passed(json, $"{field.Name} is a JSON number.");
        else
            context.Violated(json, $"{field.Name} is {ShapeReader.Describe(value)}; expected a JSON number.", "a number", $"\"{text}\"", value);
    }

    [GeneratedRegex(@"^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Lenient();

    [GeneratedRegex(@"^-?(\d+\.?\d*|\.\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}

sealed class LatitudeCheck() : CoordinateCheck(FieldKind.Latitude, 90);

sealed class LongitudeCheck() : CoordinateCheck(FieldKind.Longitude, 180);
