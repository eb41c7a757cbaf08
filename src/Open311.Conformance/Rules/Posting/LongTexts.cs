using Open311.Conformance.Judging;
using Open311.Conformance.Posting;

namespace Open311.Conformance.Rules.Posting;

/// <summary>A description of 4,000 characters comes back whole, a longer one not longer than that.</summary>
sealed class LongTexts : IRule
{
    const string Full = "GR2-POST-024";
    const string Over = "GR2-POST-025";

    public string Name => "long-texts";

    public async Task JudgeAsync(Examination e)
    {
        var full = e.Posts.Log.Where(p => p.Draft.Prose == Prose.Full).ToList();
        if (full.Any(p => p.Accepted))
        {
            foreach (var (posted, seen) in await ReadBack.AllAsync(e, Full, full).ConfigureAwait(false))
                JudgeFull(e, posted, seen);
        }

        var over = e.Posts.Log.Where(p => p.Draft.Prose is Prose.Over or Prose.Huge).ToList();
        if (!over.Any(p => p.Accepted))
            return;
        foreach (var (posted, seen) in await ReadBack.AllAsync(e, Over, over).ConfigureAwait(false))
            JudgeOver(e, posted, seen);
    }

    static void JudgeFull(Examination e, Posted posted, Sighting seen)
    {
        var back = seen.Item!.Node.Value("description");
        if (back is null)
            e.Inconclusive(Full, "Could not be exercised: the description does not come back.", ReadBack.IsPublished(e, "description") ? "GR2-CON-011" : null, seen.Reply);
        else if (Texts.Same(posted.Field("description")!, back))
            e.Pass(Full, "A description of 4,000 characters comes back whole.", seen.Reply);
        else
            e.Violated(Full, $"A description of {Length(posted.Field("description")!)} characters comes back with {Length(back)}{(Length(back) == Length(posted.Field("description")!) ? ", not all of them the same" : "")}.", "4,000 characters", $"{Length(back)} characters", seen.Reply, seen.Item.Node.Child("description"), Texts.Undecoded(posted.Field("description")!, back));
    }

    static void JudgeOver(Examination e, Posted posted, Sighting seen)
    {
        var length = Length(seen.Item!.Node.Value("description") ?? "");
        if (length > ProseWriter.Limit)
            e.Warn(Over, $"A description of {Length(posted.Field("description")!)} characters is accepted and published with {length}.", "refused with 400, or cut to 4,000", $"{length} characters", seen.Reply, seen.Item.Node.Child("description"));
        else
            e.Pass(Over, $"A description of {Length(posted.Field("description")!)} characters is accepted and cut.", seen.Reply);
    }

    static int Length(string text) => Texts.Plain(text).EnumerateRunes().Count();
}
