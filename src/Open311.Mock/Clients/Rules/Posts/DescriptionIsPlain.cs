using System.Text.RegularExpressions;

namespace Open311.Mock.Clients.Rules.Posts;

/// <summary>No HTML in descriptions.</summary>
internal sealed partial class DescriptionIsPlain() : ClientRule("CLI-POST-011", RuleScope.Body)
{
    const int Searched = 16_000;

    public override Look Look(ClientCall call)
    {
        if (!call.IsReport || call.Value("description") is not { } text)
            return Clients.Look.Away;
        try
        {
            var found = Markup().Match(text.Length > Searched ? text[..Searched] : text);
            return Clients.Look.When(!found.Success, $"{Shown(found.Value)} in the description.", "Plain text.", draft => draft.Set("description", Markup().Replace(text, "").Trim() is { Length: > 0 } plain ? plain : "..."));
        }
        catch (RegexMatchTimeoutException)
        {
            return Clients.Look.Away;
        }
    }

    // Attributes must have values: "a <b and c> d" is no tag.
    [GeneratedRegex(
        """<(/?(a|abbr|b|big|blockquote|body|br|button|center|code|div|em|embed|font|form|h[1-6]|head|hr|html|i|iframe|img|input|label|li|link|meta|object|ol|p|pre|s|script|small|span|strong|style|sub|sup|svg|table|tbody|td|textarea|th|thead|title|tr|u|ul|video)(\s+[a-z-]+\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+))*\s*/?>|!--|!doctype|\?php)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 200)]
    private static partial Regex Markup();
}
