using Open311.Conformance.Judging;
using Open311.Conformance.Posting;

namespace Open311.Conformance.Rules.Posting;

/// <summary>Line breaks of a description are kept.</summary>
sealed class LinesSurvive : IRule
{
    const string Requirement = "GR2-POST-026";

    public string Name => "lines-survive";

    public async Task JudgeAsync(Examination e)
    {
        foreach (var (posted, seen) in await ReadBack.AllAsync(e, Requirement, e.Posts.Log.Where(p => p.Draft.Prose == Prose.Lines)).ConfigureAwait(false))
        {
            if (seen.Item!.Node.Value("description") is not { } back)
            {
                e.Inconclusive(Requirement, "Could not be exercised: the description does not come back.", "GR2-CON-011", seen.Reply);
                continue;
            }

            var (sent, kept) = (Count(posted.Field("description")!), Count(back));
            if (sent == kept)
                e.Pass(Requirement, $"A description of {sent} lines comes back with as many.", seen.Reply);
            else
                e.Violated(Requirement, $"A description of {sent} lines comes back with {kept}.", $"{sent} lines", back, seen.Reply, seen.Item.Node.Child("description"));
        }
    }

    static int Count(string text) => Texts.Lines(text).Trim().Split('\n').Length;
}
