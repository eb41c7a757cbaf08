using System.Text.RegularExpressions;
using Open311.Conformance.Findings;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes.Values;

sealed partial class MediaTypeCheck : IValueCheck
{
    public FieldKind Kind => FieldKind.MediaType;

    public void Check(ShapeContext context, Field field, Node value)
    {
        if (Syntax().IsMatch(value.Text))
            context.Passed(field.Value!, "Formats are MIME types.");
        else if (value.Text.ToLowerInvariant() is "xml" or "json")
            context.Add(Verdict.Warn, field.Value!, $"The format \"{value.Text}\" is no MIME type, though its intent is clear.", "type/subtype", value.Text, value);
        else
            context.Violated(field.Value!, $"The format \"{value.Text}\" is no MIME type.", "type/subtype", value.Text, value);
    }

    // RFC 6838, section 4.2, with optional parameters.
    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*(\s*;.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Syntax();
}
