using Open311.Conformance.Findings;
using Open311.Protocol;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes.Rules;

sealed class ListedValues : IItemsRule
{
    const string Offered = "GR2-DEF-013";
    const string Elsewhere = "GR2-DEF-014";
    const string Keys = "GR2-DEF-015";
    const string Names = "GR2-DEF-016";
    const string Structure = "GR2-JSON-004";

    public string Name => "listed-values";

    public IReadOnlyList<string> Requirements => [Offered, Elsewhere, Keys, Names];

    public void Judge(ShapeContext context, IReadOnlyList<Node> items)
    {
        var values = new Field { Name = "values", Kind = FieldKind.List, Item = "value", Fields = [new() { Name = "key", Kind = FieldKind.Identifier }] };
        foreach (var attribute in items)
        {
            var read = ShapeReader.ReadList(attribute, values, context.Format);
            var offered = read.Items;
            var code = attribute.Value("code") ?? "(no code)";
            var isList = attribute.Value("datatype")?.ToLowerInvariant() is "singlevaluelist" or "multivaluelist";
            if (!isList)
            {
                if (offered.Count > 0)
                    context.Violated(Elsewhere, $"Attribute {code} of datatype {attribute.Value("datatype")} offers values.", "no values", $"{offered.Count} values", attribute.Child("values"));
                else
                    context.Passed(Elsewhere, "Only list attributes offer values.");
                continue;
            }

            if (offered.Count == 0)
            {
                context.Violated(Offered, $"Attribute {code} is a list but offers no value.", "at least one value", "none", attribute, read.Deviations.Count == 0 ? null : context.Format == DataFormat.Xml ? context.Shape.XmlItem : Structure);
                continue;
            }

            context.Passed(Offered, "List attributes offer values.");
            JudgeKeys(context, code, offered);
            JudgeNames(context, code, offered);
        }
    }

    static void JudgeKeys(ShapeContext context, string code, IReadOnlyList<Node> values)
    {
        var prompt = values[0].Value("key") is null && values[0].Value("name") is not null;
        if (prompt)
            context.Add(Verdict.Warn, Keys, $"The first value of attribute {code} has no key; it seems to be a prompt (\"{values[0].Value("name")}\").", "a key", "an empty key", values[0]);
        var keyless = values.Skip(prompt ? 1 : 0).FirstOrDefault(v => v.Value("key") is null);
        if (keyless is not null)
            context.Violated(Keys, $"A value of attribute {code} has no key.", "a non-empty key", "none", keyless);
        var repeated = values.Where(v => v.Value("key") is not null).GroupBy(v => v.Value("key")).FirstOrDefault(g => g.Count() > 1);
        if (repeated is not null)
            context.Violated(Keys, $"The key \"{repeated.Key}\" occurs {repeated.Count()} times in attribute {code}.", "unique keys", repeated.Key, repeated.Skip(1).First());
        if (!prompt && keyless is null && repeated is null)
            context.Passed(Keys, "Keys are there and unique.");
    }

    static void JudgeNames(ShapeContext context, string code, IReadOnlyList<Node> values)
    {
        var nameless = values.Where(v => v.Value("name") is null).ToList();
        if (nameless.Count == 0)
            context.Passed(Names, "Every value has a name.");
        else if (nameless.Count == values.Count)
            context.Violated(Names, $"No value of attribute {code} has a name.", "a name for each value", "none", nameless[0]);
        else
            context.Add(nameless.Any(v => v.Value("key") is null) ? context.Record.Severity(Names) : Verdict.Warn, Names, $"{nameless.Count} of {values.Count} values of attribute {code} have no name.", "a name for each value", "no name", nameless[0]);
    }
}
