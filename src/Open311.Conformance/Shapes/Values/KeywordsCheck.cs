using Open311.Conformance.Findings;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes.Values;

sealed class KeywordsCheck : IValueCheck
{
    public FieldKind Kind => FieldKind.Keywords;

    public void Check(ShapeContext context, Field field, Node value)
    {
        if (!value.Text.Contains(',') && value.Text.Any(c => c is ';' or '|'))
            context.Add(Verdict.Warn, field.Value!, $"{field.Name} \"{value.Text}\" separates its terms with {value.Text.First(c => c is ';' or '|')}.", "comma-separated terms", value.Text, value);
        else
            context.Passed(field.Value!, $"{field.Name} is one text value.");
    }
}
