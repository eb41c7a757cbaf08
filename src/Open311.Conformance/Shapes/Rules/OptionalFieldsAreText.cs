using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes.Rules;

sealed class OptionalFieldsAreText : IItemsRule
{
    static readonly (string Requirement, string[] Fields)[] groups =
    [
        ("GR2-REQS-005", ["status_notes", "agency_responsible", "service_notice", "expected_datetime"]),
        ("GR2-REQS-043", ["address"]),
        ("GR2-REQS-044", ["address_id"]),
        ("GR2-REQS-045", ["zipcode"]),
    ];

    public string Name => "optional-fields-are-text";

    public IReadOnlyList<string> Requirements => [.. groups.Select(g => g.Requirement)];

    public void Judge(ShapeContext context, IReadOnlyList<Node> items)
    {
        foreach (var (requirement, fields) in groups)
        {
            var structured = items.SelectMany(i => fields.Select(i.Child)).FirstOrDefault(f => f is { IsEmpty: false, IsScalar: false });
            if (structured is not null)
                context.Violated(requirement, $"{structured.Name} is structured; expected a single text value.", "a single text value", ShapeReader.Describe(structured), structured, context.Format == Protocol.DataFormat.Xml ? "GR2-XML-008" : "GR2-JSON-006");
            else if (items.Count > 0)
                context.Passed(requirement, $"{string.Join(", ", fields)}: single text values, or absent.");
        }
    }
}
