using Open311.Conformance.Findings;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes.Rules;

sealed class NoPersonalData : IItemsRule
{
    const string Requirement = "GR2-CON-017";

    // The arguments of a POST that identify its sender, and the names under which servers are known to publish them.
    static readonly HashSet<string> personal = new(StringComparer.OrdinalIgnoreCase)
    {
        "email", "phone", "first_name", "last_name", "device_id", "account_id",
        "requestor_name", "requester_name", "reporter_name", "submitter_name", "author_email", "phone_number",
    };

    public string Name => "no-personal-data";

    public IReadOnlyList<string> Requirements => [Requirement];

    public void Judge(ShapeContext context, IReadOnlyList<Node> items)
    {
        var found = items.SelectMany(i => i.Children.Concat(i.Children.Where(c => c.Name is "extended_attributes").SelectMany(c => c.Children)))
            .FirstOrDefault(f => !f.IsEmpty && personal.Contains(f.Name));
        if (found is not null)
            context.Add(Verdict.Warn, Requirement, $"The public answer holds {found.Name}, which identifies the submitter.", "no data about submitters", found.Name, found);
        else if (items.Count > 0)
            context.Passed(Requirement, "No field identifies a submitter.");
    }
}
