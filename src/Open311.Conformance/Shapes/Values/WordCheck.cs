using Open311.Conformance.Findings;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes.Values;

sealed class WordCheck : IValueCheck
{
    public FieldKind Kind => FieldKind.Word;

    public void Check(ShapeContext context, Field field, Node value)
    {
        var words = string.Join(", ", field.Words);
        if (field.Words.Contains(value.Text))
        {
            context.Passed(field.Value!, $"{field.Name} is one of {words}.");
            return;
        }

        var otherCase = field.Words.FirstOrDefault(w => w.Equals(value.Text, StringComparison.OrdinalIgnoreCase));
        context.Add(
            context.Shape.Name == "discovery" && otherCase is not null ? Verdict.Warn : context.Record.Severity(field.Value!),
            field.Value!,
            otherCase is null
                ? $"{field.Name} is \"{value.Text}\"; expected one of {words}."
                : $"{field.Name} is \"{value.Text}\"; expected \"{otherCase}\" exactly as written in the specification.",
            words,
            value.Text,
            value);
    }
}
