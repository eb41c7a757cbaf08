using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Conformance.Shapes;
using Open311.Conformance.Targets;
using Open311.Protocol.Dates;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Rules.Extensions;

/// <summary>What extensions=true adds to requests, and that it leaves the standard fields as they are.</summary>
sealed class ExtendedAttributes : IRule
{
    const string OnlyThen = "EXT-ATTR-001";
    const string Unchanged = "EXT-ATTR-002";
    const string Shape = "EXT-ATTR-003";
    const string Notes = "EXT-NOTES-001";

    static readonly string[] members = ["attributes", "extended_attributes", "notes"];

    // A plain field "attributes" may be anything.
    static readonly string[] own = ["extended_attributes", "notes"];
    static readonly string[] ofAnAttribute = ["label", "name", "value", "code"];

    public string Name => "extended-attributes";

    public async Task JudgeAsync(Examination e)
    {
        if (e.Survey.Window is not { } window)
        {
            foreach (var requirement in e.Case.Requirements)
                e.Inconclusive(requirement, "Could not be exercised: no window of the past with service requests is known.", e.Survey.RequestsBlocker?.Requirement);
            return;
        }

        var ask = Ask.Requests(e.Reading, ("start_date", Instants.Write(window.Start)), ("end_date", Instants.Write(window.End)));
        var plain = await Paging.ListAsync(e, ask).ConfigureAwait(false);
        var extended = await Paging.ListAsync(e, ask.With("extensions", "true").For(Purpose.Open)).ConfigureAwait(false);
        var standard = e.Shapes["service_requests"].Fields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var added = extended?.Items.SelectMany(i => i.Node.Children.Select(c => c.Name)).Where(n => !standard.Contains(n)).Distinct().ToList() ?? [];

        // A server that always adds fields of its own claims nothing; one that always sends the members of this extension has it, and always on.
        var always = plain?.Items.SelectMany(i => i.Node.Children.Select(c => c.Name)).ToHashSet(StringComparer.Ordinal) ?? [];
        var found = added.Exists(n => !always.Contains(n)) || own.Any(always.Contains);
        if (plain is null || extended is null || !found)
        {
            WithoutEffect(e, plain, extended);
            return;
        }

        JudgePlain(e, plain, added);
        JudgeStandard(e, plain, extended, standard);
        JudgeShapes(e, extended);
        JudgeNotes(e, extended);
    }

    static void WithoutEffect(Examination e, RequestList? plain, RequestList? extended)
    {
        var claimed = Claim.IsMade(e, ExtensionName.Attributes) && plain is not null;
        if (claimed && extended is null)
            e.Violated(Unchanged, $"extensions=true gives no list, although {Claim.Who(e, ExtensionName.Attributes)}.", "the list, and more fields", null, plain!.Reply);
        else if (claimed)
            e.Violated(Shape, $"extensions=true adds no field, although {Claim.Who(e, ExtensionName.Attributes)}.", "attributes, extended_attributes or notes", "standard fields only", extended!.Reply);
        foreach (var requirement in e.Case.Requirements.Where(r => !e.Record.Has(r, e.Format)))
            e.NotApplicable(requirement, "extensions=true adds no field, so that the endpoint does not have this extension.");
    }

    static void JudgePlain(Examination e, RequestList plain, IReadOnlyList<string> added)
    {
        if (plain.Items.Select(i => i.Node.Children.FirstOrDefault(c => added.Contains(c.Name))).FirstOrDefault(c => c is not null) is { } leaked)
            e.Violated(OnlyThen, $"The answer without extensions=true has {leaked.Name}, too.", "standard fields only", leaked.Name, plain.Reply, leaked);
        else
            e.Pass(OnlyThen, $"{string.Join(", ", added.Take(5))} come with extensions=true only.", plain.Reply);
    }

    static void JudgeStandard(Examination e, RequestList plain, RequestList extended, IReadOnlySet<string> standard)
    {
        var byId = extended.Items.Where(i => i.Id is not null).GroupBy(i => i.Id!).ToDictionary(g => g.Key, g => g.First());
        foreach (var item in plain.Items.Where(i => i.Id is not null && byId.ContainsKey(i.Id)))
        {
            var twin = byId[item.Id!];
            var changed = item.Node.Children.Where(c => standard.Contains(c.Name) && !c.IsEmpty).FirstOrDefault(c =>
                twin.Node.Child(c.Name) is not { } other || other.Raw != c.Raw || (c.IsScalar && other.Text != c.Text && c.Name != "updated_datetime"));
            if (changed is null)
                continue;
            var now = twin.Node.Child(changed.Name);
            e.Violated(Unchanged, $"With extensions=true, {changed.Name} of {item.Id} is {(now is null ? "absent" : now.IsScalar ? $"\"{now.Text}\"" : ShapeReader.Describe(now))}.", changed.Text, now?.Text, extended.Reply, now ?? twin.Node);
            return;
        }

        e.Pass(Unchanged, "With extensions=true the standard fields stay as they are.", extended.Reply);
    }

    static void JudgeShapes(Examination e, RequestList extended)
    {
        var found = extended.Items.SelectMany(i => i.Node.Children).Where(c => members.Contains(c.Name) && !c.IsEmpty).ToList();
        foreach (var member in found)
        {
            if (Misshapen(member) is not { } wanted)
                continue;
            e.Violated(Shape, $"{member.Name} is {ShapeReader.Describe(member)}.", wanted, ShapeReader.Describe(member), extended.Reply, member);
            return;
        }

        if (found.Count > 0)
            e.Pass(Shape, "The added members have the shape of the sample.", extended.Reply);
        else
            e.Inform(Shape, "None of attributes, extended_attributes and notes is among the added fields.", reply: extended.Reply);
    }

    // What the member should be; null where it is that.
    static string? Misshapen(Node member)
    {
        var structured = member.Raw == RawKind.XmlElement && member.Children.Count > 0;
        if (member.Name == "extended_attributes")
            return structured || member.Raw == RawKind.JsonObject ? null : "an object";
        if (!structured && member.Raw != RawKind.JsonArray)
            return "a list";
        return member.Name == "attributes" && member.Children.Any(c => c.IsScalar || !ofAnAttribute.Any(f => c.Child(f) is not null))
            ? "a list of objects with label, name, value and code"
            : null;
    }

    static void JudgeNotes(Examination e, RequestList extended)
    {
        var any = false;
        foreach (var item in extended.Items)
        {
            JudgeOrder(e, item, extended);
            foreach (var note in item.Node.Child("notes")?.Children ?? [])
            {
                any = true;
                var lacking = new[] { "datetime", "description", "type" }.FirstOrDefault(f => note.Child(f) is null);
                if (lacking is not null)
                    e.Violated(Notes, $"A note of {item.Id} has no {lacking}.", "datetime, description and type", lacking, extended.Reply, note);
                else if (note.Value("datetime") is not { } text || !W3CDateTime.TryRead(text, out var at) || !at.IsWellFormed)
                    e.Violated(Notes, $"The datetime of a note of {item.Id} is no date-time with its zone.", "a W3C date-time", note.Value("datetime"), extended.Reply, note);
                else if (item.Requested is { } requested && at.Instant < requested - TimeSpan.FromMinutes(1))
                    e.Violated(Notes, $"A note of {item.Id} is older than the request itself.", "not before requested_datetime", text, extended.Reply, note);
                else
                    e.Pass(Notes, "Notes have datetime, description and type.", extended.Reply);
            }
        }

        if (!any)
            e.NotApplicable(Notes, "No request has notes.");
    }

    // Oldest or newest first, but not mixed.
    static void JudgeOrder(Examination e, RequestItem item, RequestList extended)
    {
        if (item.Node.Child("notes") is not { } notes)
            return;
        var times = notes.Children.Select(n => n.Value("datetime") is { } text && W3CDateTime.TryRead(text, out var at) ? at.Instant : (DateTimeOffset?)null).OfType<DateTimeOffset>().ToList();
        if (!times.SequenceEqual(times.Order()) && !times.SequenceEqual(times.OrderDescending()))
            e.Violated(Notes, $"The notes of {item.Id} are in no order of time.", "notes in order of datetime", string.Join(", ", times.Take(4).Select(Instants.Write)), extended.Reply, notes);
    }
}
