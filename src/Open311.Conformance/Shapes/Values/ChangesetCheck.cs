using System.Globalization;
using System.Text.RegularExpressions;
using Open311.Conformance.Findings;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes.Values;

sealed partial class ChangesetCheck : IValueCheck
{
    public FieldKind Kind => FieldKind.Changeset;

    public void Check(ShapeContext context, Field field, Node value)
    {
        var text = value.Text;
        if (SortableDate().Match(text) is { Success: true } match && DateOnly.TryParseExact(match.Groups[1].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            context.Passed(field.Value!, $"{field.Name} sorts as text.");
        else if (text.All(char.IsAsciiDigit))
            context.Add(Verdict.Info, field.Value!, $"{field.Name} \"{text}\" is a bare integer: it sorts as long as it keeps its length.", "a stamp that sorts as text", text, value);
        else
            context.Add(Verdict.Warn, field.Value!, $"{field.Name} \"{text}\" cannot be seen to sort chronologically as text.", "ISO 8601 or YYYY-MM-DD hh:mm", text, value);
    }

    [GeneratedRegex(@"^(\d{4}-\d{2}-\d{2})([T ]\d{2}:\d{2}.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex SortableDate();
}
