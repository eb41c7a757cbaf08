using Open311.Conformance.Findings;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes.Values;

sealed class BooleanCheck : IValueCheck
{
    public FieldKind Kind => FieldKind.Boolean;

    public void Check(ShapeContext context, Field field, Node value)
    {
        if (value.Raw != RawKind.XmlElement && field.Json is { } json)
        {
            if (value.Raw == RawKind.JsonBoolean)
                context.Passed(json, $"{field.Name} is a JSON boolean.");
            else
                context.Violated(json, $"{field.Name} is {ShapeReader.Describe(value)}; expected a JSON boolean.", "true or false", Quote(value), value);
        }

        if (field.Value is not { } requirement)
            return;
        if (value.Text is "true" or "false")
            context.Passed(requirement, $"{field.Name} is true or false.");
        else if (value.Raw == RawKind.XmlElement && value.Text.ToLowerInvariant() is "true" or "false")
            context.Add(Verdict.Warn, requirement, $"{field.Name} is \"{value.Text}\"; expected true or false in lower case.", "true or false", value.Text, value);
        else if (value.Raw is RawKind.XmlElement or RawKind.JsonString)
            context.Add(context.Record.Severity(requirement), requirement, $"{field.Name} is \"{value.Text}\"; expected true or false.", "true or false", value.Text, value);
    }

    static string Quote(Node value) => value.Raw == RawKind.JsonString ? $"\"{value.RawText}\"" : value.RawText;
}
