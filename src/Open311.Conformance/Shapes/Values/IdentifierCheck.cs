using System.Globalization;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes.Values;

sealed class IdentifierCheck : IValueCheck
{
    const long MaxSafeInteger = 9_007_199_254_740_991;

    public FieldKind Kind => FieldKind.Identifier;

    public void Check(ShapeContext context, Field field, Node value)
    {
        if (value.Raw == RawKind.XmlElement || field.Json is not { } json)
            return;
        var problem = value.Raw switch
        {
            RawKind.JsonString => null,
            RawKind.JsonNumber when !long.TryParse(value.RawText, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) && value.RawText.All(c => char.IsAsciiDigit(c) || c == '-') => "a number beyond 2^53-1",
            RawKind.JsonNumber when !long.TryParse(value.RawText, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => "a number with a fraction or an exponent",
            RawKind.JsonNumber when Math.Abs(long.Parse(value.RawText, CultureInfo.InvariantCulture)) > MaxSafeInteger => "a number beyond 2^53-1",
            RawKind.JsonNumber => null,
            _ => ShapeReader.Describe(value),
        };
        if (problem is null)
            context.Passed(json, $"{field.Name} is a string or a canonical integer.");
        else
            context.Violated(json, $"{field.Name} is {problem}; expected a string, or an integer that clients read exactly.", "a string or canonical integer", value.RawText, value);
    }
}
