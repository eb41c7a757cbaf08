using System.Text.RegularExpressions;
using Open311.Recordings.Scrubbing.Fields;
using Open311.Recordings.Scrubbing.Pseudonyms;
using Open311.Recordings.Scrubbing.Texts;

namespace Open311.Recordings.Scrubbing.Finders;

/// <summary>E-mail addresses, also those disguised as "jane (at) example (dot) org".</summary>
sealed partial class EmailFinder(PseudonymBook book, KnownValues known, bool onlyKnown = false) : IFinder
{
    public void Find(string text, Finds finds)
    {
        if (text.Contains('@'))
            Each(Plain().Matches(text), finds);
        if (!onlyKnown && text.Contains("at", StringComparison.OrdinalIgnoreCase))
            Each(Disguised().Matches(text), finds);
    }

    void Each(MatchCollection matches, Finds finds)
    {
        foreach (Match match in matches)
        {
            var (local, domain) = (match.Groups["local"], match.Groups["domain"]);
            var address = $"{local.Value}@{Dots().Replace(domain.Value, ".")}";
            if (onlyKnown && !known.Emails.Contains(address))
                continue;
            if (Emails.Local(book, address) is { } made)
                finds.Add(ValueKind.Email, match.Index, match.Index + match.Length, new Edit(local.Index, local.Index + local.Length, made), new Edit(domain.Index, domain.Index + domain.Length, Emails.Domain));
            else
                finds.Cover(match.Index, match.Index + match.Length);
        }
    }

    [GeneratedRegex("""(?<local>"[^"@\r\n]{1,64}"|[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}._+\-%~!#$*]|'(?=[\p{L}\p{N}])){0,128})@(?<domain>localhost\b|\[[0-9a-fA-F.:]{3,60}\]|(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\-]{0,62})\.){1,8}[\p{L}][\p{L}\p{N}\-]{1,30})""", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex("""\b(?<local>[\p{L}\p{N}][\p{L}\p{N}._+\-]{0,63})\s{0,3}(?:[(\[{<]\s?at\s?[)\]}>])\s{0,3}(?<domain>[\p{L}\p{N}\-]{1,63}(?:\s{0,3}(?:\.|[(\[{<]\s?(?:dot|punkt|point)\s?[)\]}>])\s{0,3}[\p{L}\p{N}\-]{2,63}){1,4})""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Disguised();

    [GeneratedRegex("""\s{0,3}(?:[(\[{<]\s?(?:dot|punkt|point)\s?[)\]}>]|\.)\s{0,3}""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Dots();
}
