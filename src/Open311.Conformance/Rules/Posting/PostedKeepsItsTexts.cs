using Open311.Conformance.Judging;
using Open311.Conformance.Posting;

namespace Open311.Conformance.Rules.Posting;

/// <summary>description, address, address_id and media_url of a report come back.</summary>
sealed class PostedKeepsItsTexts : IRule
{
    const string Requirement = "GR2-CON-011";

    static readonly (string Sent, string Field)[] fields = [("address_string", "address"), ("address_id", "address_id"), ("media_url", "media_url")];

    public string Name => "posted-keeps-its-texts";

    public async Task JudgeAsync(Examination e)
    {
        foreach (var (posted, seen) in await ReadBack.AllAsync(e, Requirement, e.Posts.Log).ConfigureAwait(false))
        {
            JudgeDescription(e, Requirement, posted, seen);
            foreach (var (sent, field) in fields.Where(f => posted.Field(f.Sent) is not null))
                JudgeField(e, posted.Field(sent)!, field, seen);
        }

        if (!e.Record.Has(Requirement, e.Format))
            ReadBack.Close(e, Requirement, "the city publishes none of these fields");
    }

    /// <summary>Judges the description under the requirement that speaks of it. Reports with unusual texts are left to the rules on those.</summary>
    public static void JudgeDescription(Examination e, string requirement, Posted posted, Sighting seen)
    {
        if (posted.Draft.Prose != Prose.Plain || posted.Field("description") is not { } sent || !ReadBack.IsPublished(e, "description"))
            return;
        var back = seen.Item!.Node.Value("description");
        if (back is null)
            e.Violated(requirement, "The description of a report does not come back.", sent, "no description", seen.Reply, seen.Item.Node);
        else if (Texts.Same(sent, back))
            e.Pass(requirement, "The description comes back.", seen.Reply);
        else if (Texts.Undecoded(sent, back) is { } undecoded)
            e.Violated(requirement, "Blanks of the description come back as plus signs.", sent, back, seen.Reply, seen.Item.Node.Child("description"), undecoded);
        else if (!back.Contains(posted.Nonce, StringComparison.Ordinal))
            e.Violated(requirement, "The description comes back as another text.", sent, back, seen.Reply, seen.Item.Node.Child("description"));
        else
            e.Violated(requirement, "The description comes back changed.", sent, back, seen.Reply, seen.Item.Node.Child("description"));
    }

    static void JudgeField(Examination e, string sent, string field, Sighting seen)
    {
        var node = seen.Item!.Node.Child(field);
        if (seen.Item.Node.Value(field) is not { } back)
            e.Violated(Requirement, $"The report with {sent} comes back without {field}.", sent, $"no {field}", seen.Reply, node ?? seen.Item.Node);
        else if (field == "address_id" && !SameId.Instance.Equals(back, sent))
            e.Violated(Requirement, $"The {field} {sent} comes back as {back}.", sent, back, seen.Reply, node);
        else
            e.Pass(Requirement, $"The {field} comes back.", seen.Reply);
    }
}
