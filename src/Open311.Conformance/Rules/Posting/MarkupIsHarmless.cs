using Open311.Conformance.Judging;
using Open311.Conformance.Posting;

namespace Open311.Conformance.Rules.Posting;

/// <summary>Markup in a description is refused, stripped or escaped, never published as markup.</summary>
sealed class MarkupIsHarmless : IRule
{
    const string Requirement = "GR2-POST-027";

    public string Name => "markup-is-harmless";

    public async Task JudgeAsync(Examination e)
    {
        var posts = e.Posts.Log.Where(p => p.Draft.Prose == Prose.Markup).ToList();
        foreach (var refused in posts.Where(p => p.Refused))
            e.Pass(Requirement, $"A description with markup is refused with {refused.Reply.Status}.", refused.Reply);
        if (posts.Count > 0 && posts.All(p => !p.Accepted))
            return;
        foreach (var (_, seen) in await ReadBack.AllAsync(e, Requirement, posts).ConfigureAwait(false))
        {
            if (seen.Item!.Node.Child("description") is { Children: [var element, ..] } description)
                e.Violated(Requirement, $"The markup of a posted description comes back as the element <{element.Name}>.", "text", $"<{element.Name}>", seen.Reply, description);
            else
                e.Pass(Requirement, "Markup in a description does not come back as markup.", seen.Reply);
        }
    }
}
