using Open311.Conformance.Judging;
using Open311.Conformance.Posting;

namespace Open311.Conformance.Rules.Posting;

/// <summary>Forms are decoded as the standard has it: + and %20 are blanks.</summary>
sealed class BlanksSurvive : IRule
{
    const string Requirement = "GR2-POST-031";

    public string Name => "blanks-survive";

    public async Task JudgeAsync(Examination e)
    {
        var posts = e.Posts.Log.Where(p => p.Draft.Prose is Prose.Plain or Prose.Blanks);
        foreach (var (posted, seen) in await ReadBack.AllAsync(e, Requirement, posts).ConfigureAwait(false))
        {
            if (posted.Field("description") is not { } sent || seen.Item!.Node.Value("description") is not { } back)
                continue;
            var how = posted.Draft.Style.BlankAsPercent20 ? "%20" : "+";
            if (Texts.Same(sent, back))
                e.Pass(Requirement, $"Blanks sent as {how} come back as blanks.", seen.Reply);
            else if (IsUndecoded(sent, back))
                e.Violated(Requirement, $"Blanks sent as {how} come back as something else.", sent, back, seen.Reply, seen.Item.Node.Child("description"));
        }

        if (!e.Record.Has(Requirement, e.Format))
            ReadBack.Close(e, Requirement, "no description came back");
    }

    static bool IsUndecoded(string sent, string back) =>
        Texts.Same(sent.Replace(' ', '+'), back) || back.Contains("%20", StringComparison.Ordinal) || back.Contains("%2B", StringComparison.OrdinalIgnoreCase)
        || Texts.Same(sent.Replace('+', ' '), back) || Texts.Same(sent.Replace(" ", "", StringComparison.Ordinal), back);
}
