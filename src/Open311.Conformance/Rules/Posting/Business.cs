using System.Text;
using System.Text.RegularExpressions;
using Open311.Conformance.Posting;

namespace Open311.Conformance.Rules.Posting;

/// <summary>Tells refusals that lie with the city (outside the area, no such address, a duplicate) from those that lie with the form.</summary>
static partial class Business
{
    /// <summary>What the error says where it is such a reason; null where it is not.</summary>
    public static string? Reason(Posted posted)
    {
        if (!posted.Refused)
            return null;
        var text = Text(posted);
        return City().IsMatch(text) && !Missing().IsMatch(text) ? $"{posted.Reply.Status} {posted.Reply.Excerpt(160)}" : null;
    }

    /// <summary>The names of optional fields that the error asks for.</summary>
    public static IReadOnlyList<string> Demanded(Posted posted, IEnumerable<string> optional)
    {
        var text = Text(posted);
        return !posted.Refused || !Missing().IsMatch(text) ? [] : [.. optional.Where(name => Names(text, name) && posted.Field(name) is null)];
    }

    /// <summary>The body as text, in lower case.</summary>
    public static string Text(Posted posted) => posted.Reply.Answer is { } answer
        ? Encoding.UTF8.GetString(answer.Body.Span[..Math.Min(answer.Body.Length, 4000)]).ToLowerInvariant()
        : "";

    static bool Names(string text, string name) =>
        text.Contains(name, StringComparison.Ordinal)
        || text.Contains(name.Replace('_', ' '), StringComparison.Ordinal)
        || text.Contains(name.Replace("_", ""), StringComparison.Ordinal)
        || (name == "email" && text.Contains("e-mail", StringComparison.Ordinal))
        || (name == "address_string" && text.Contains("address", StringComparison.Ordinal) && !text.Contains("mail address", StringComparison.Ordinal));

    [GeneratedRegex(@"outside|out of (?:the )?(?:area|bounds|range of)|not (?:with)?in (?:the |our )?(?:service|city|area|bound)|bounda|service area|city limits|geocod|(?:could not|cannot|can't|unable to) (?:be )?(?:find|found|locate|resolve|match)|address.{0,40}not found|no such address|duplicate|already (?:been )?reported|quota|maintenance|temporarily")]
    private static partial Regex City();

    [GeneratedRegex(@"required|require|missing|mandatory|must (?:be (?:given|provided|sent|present|set|filled|supplied)|provide|have|not be (?:empty|blank|null))|not (?:provided|given|sent|supplied|present)|can(?:no|')t be (?:empty|blank|null)|cannot be (?:empty|blank|null)|is (?:empty|blank)|need|please (?:provide|enter|give|specify)|no [a-z_ ]+ (?:was |were )?(?:given|provided|sent)")]
    private static partial Regex Missing();
}
