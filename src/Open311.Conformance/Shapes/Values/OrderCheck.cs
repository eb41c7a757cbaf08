using System.Globalization;
using System.Text.RegularExpressions;
using Open311.Conformance.Findings;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes.Values;

sealed partial class OrderCheck : IValueCheck
{
    public FieldKind Kind => FieldKind.Order;

    public void Check(ShapeContext context, Field field, Node value)
    {
        var text = value.Text;
        var integral = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == Math.Truncate(number);
        if (Positive().IsMatch(text) || (integral && number > 0 && value.Raw != RawKind.XmlElement))
            context.Passed(field.Value!, $"{field.Name} is a positive integer.");
        else if (text != "0") // the rule zero-based-order sees the whole list
            context.Violated(field.Value!, $"{field.Name} \"{text}\" is no positive integer.", "a positive integer", text, value);

        if (value.Raw == RawKind.XmlElement || field.Json is not { } json || !integral)
            return;
        if (value.Raw == RawKind.JsonNumber && Integer().IsMatch(value.RawText))
            context.Passed(json, $"{field.Name} is a JSON integer.");
        else
            context.Add(Verdict.Warn, json, $"{field.Name} is written {(value.Raw == RawKind.JsonString ? "as a string" : "with decimals")}; expected a JSON integer.", "an integer", value.RawText, value);
    }

    [GeneratedRegex("^[1-9][0-9]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Positive();

    [GeneratedRegex("^-?[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Integer();
}
