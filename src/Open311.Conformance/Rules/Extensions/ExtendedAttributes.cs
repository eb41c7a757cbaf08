using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Conformance.Shapes;
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

        // A server that adds the same fields always does not claim the extension: nothing but what the argument changes is told by it.
        var always = plain?.Items.SelectMany(i => i.Node.Children.Select(c => c.Name)).ToHashSet(StringComparer.Ordinal) ?? [];
        if (plain is null || extended is null || added.TrueForAll(always.Contains))
        {
            foreach (var requirement in e.Case.Requirements)
                e.NotApplicable(requirement, "extensions=true adds no field, so that the endpoint does not have this extension.");
            return;
        }

        JudgePlain(e, plain, added);
        JudgeStandard(e, plain, extended, standard);
        JudgeShapes(e, extended);
        JudgeNotes(e, extended);
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
            var isList = member.Raw is RawKind.JsonArray || (member.Raw == RawKind.XmlElement && member.Children.Count > 0);
            var wantsList = member.Name != "extended_attributes";
            if (wantsList && !isList)
            {
                e.Violated(Shape, $"{member.Name} is {ShapeReader.Describe(member)}.", "a list", ShapeReader.Describe(member), extended.Reply, member);
                return;
            }
        }

        if (found.Count > 0)
            e.Pass(Shape, "The added members have the shape of the sample.", extended.Reply);
        else
            e.Inform(Shape, "None of attributes, extended_attributes and notes is among the added fields.", reply: extended.Reply);
    }

    static void JudgeNotes(Examination e, RequestList extended)
    {
        var any = false;
        foreach (var item in extended.Items)
        {
            foreach (var note in item.Node.Child("notes")?.Children ?? [])
            {
                any = true;
                var lacking = new[] { "datetime", "description", "type" }.FirstOrDefault(f => note.Child(f) is null);
                if (lacking is not null)
                    e.Violated(Notes, $"A note of {item.Id} has no {lacking}.", "datetime, description and type", lacking, extended.Reply, note);
                else if (note.Value("datetime") is not { } text || !W3CDateTime.TryRead(text, out var at))
                    e.Violated(Notes, $"The datetime of a note of {item.Id} cannot be read.", "a W3C date-time", note.Value("datetime"), extended.Reply, note);
                else if (item.Requested is { } requested && at.Instant < requested - TimeSpan.FromMinutes(1))
                    e.Violated(Notes, $"A note of {item.Id} is older than the request itself.", "not before requested_datetime", text, extended.Reply, note);
                else
                    e.Pass(Notes, "Notes have datetime, description and type.", extended.Reply);
            }
        }

        if (!any)
            e.NotApplicable(Notes, "No request has notes.");
    }
}
