using Open311.Conformance.Judging;
using Open311.Conformance.Posting;

namespace Open311.Conformance.Rules.Posting;

/// <summary>Text in other scripts, with signs and emoji, comes back as it was sent.</summary>
sealed class LettersSurvive : IRule
{
    const string Letters = "GR2-ENC-008";
    const string Emoji = "GR2-ENC-009";

    public string Name => "letters-survive";

    public async Task JudgeAsync(Examination e)
    {
        await JudgeAsync(e, Letters, Prose.Letters).ConfigureAwait(false);
        await JudgeAsync(e, Emoji, Prose.Emoji).ConfigureAwait(false);
    }

    static async Task JudgeAsync(Examination e, string requirement, Prose prose)
    {
        var posts = e.Posts.Log.Where(p => p.Draft.Prose == prose).ToList();
        if (posts.Count > 0 && posts.All(p => !p.Accepted))
            return;
        foreach (var (posted, seen) in await ReadBack.AllAsync(e, requirement, posts).ConfigureAwait(false))
        {
            JudgeDescription(e, requirement, posted, seen);
            JudgeAddress(e, requirement, posted, seen);
        }
    }

    static void JudgeDescription(Examination e, string requirement, Posted posted, Sighting seen)
    {
        var node = seen.Item!.Node.Child("description");
        if (!ReadBack.IsPublished(e, "description"))
            e.Inconclusive(requirement, "Could not be exercised: no listed request has a description.", reply: seen.Reply);
        else if (seen.Item.Node.Value("description") is not { } back)
            e.Violated(requirement, "The description does not come back.", posted.Field("description"), node is { IsScalar: false } ? "elements in place of the text" : "no description", seen.Reply, node ?? seen.Item.Node);
        else if (Texts.Same(posted.Field("description")!, back))
            e.Pass(requirement, "The description comes back unchanged.", seen.Reply);
        else
            e.Violated(requirement, $"The description comes back changed: {Differing(posted.Field("description")!, back)}.", posted.Field("description"), back, seen.Reply, node, Texts.Undecoded(posted.Field("description")!, back));
    }

    // An address may be worded anew; only what is damaged counts.
    static void JudgeAddress(Examination e, string requirement, Posted posted, Sighting seen)
    {
        if (posted.Field("address_string") is not { } sent || seen.Item!.Node.Value("address") is not { } back || Texts.Same(sent, back))
            return;
        if (back.Contains('\uFFFD') || back.Contains("??", StringComparison.Ordinal) || back.Contains("&amp;", StringComparison.Ordinal) || IsMisread(sent, back))
            e.Violated(requirement, "Characters of the address come back damaged.", sent, back, seen.Reply, seen.Item.Node.Child("address"));
    }

    // UTF-8 taken for Latin-1 and written as UTF-8 again.
    static bool IsMisread(string sent, string back)
    {
        var misread = System.Text.Encoding.Latin1.GetString(System.Text.Encoding.UTF8.GetBytes(sent));
        return misread != sent && back.Contains(misread[..Math.Min(misread.Length, 6)], StringComparison.Ordinal) && !back.Contains(sent[..Math.Min(sent.Length, 3)], StringComparison.Ordinal);
    }

    static string Differing(string sent, string back)
    {
        var (one, other) = (Texts.Plain(sent), Texts.Plain(back));
        var at = 0;
        while (at < one.Length && at < other.Length && one[at] == other[at])
            at++;
        return $"from its character {at + 1} on it was \"{Cut(one, at)}\" and is \"{Cut(other, at)}\"";
    }

    static string Cut(string text, int at)
    {
        if (at > 0 && at < text.Length && char.IsLowSurrogate(text[at]))
            at--;
        return at >= text.Length ? "" : text.Length - at > 30 ? text.Substring(at, 30) + "…" : text[at..];
    }
}
