using System.Net;
using System.Text.RegularExpressions;
using Open311.Recordings.Scrubbing.Fields;
using Open311.Recordings.Scrubbing.Pseudonyms;
using Open311.Recordings.Scrubbing.Texts;

namespace Open311.Recordings.Scrubbing.Finders;

/// <summary>IP addresses, but not those of hosts in URLs, of the machine itself, or what is a version.</summary>
sealed partial class IpAddressFinder(PseudonymBook book) : IFinder
{
    public void Find(string text, Finds finds)
    {
        if (text.AsSpan().Count('.') < 3 && text.AsSpan().Count(':') < 2)
            return;
        foreach (Match match in Four().Matches(text))
            Take(text, match, finds);
        foreach (Match match in Six().Matches(text))
            Take(text, match, finds);
    }

    void Take(string text, Match match, Finds finds)
    {
        if (!IPAddress.TryParse(match.Value, out var address) || IPAddress.IsLoopback(address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
            return;
        if (Version().IsMatch(text[Math.Max(0, match.Index - 16)..match.Index]))
            return;
        finds.Add(ValueKind.IpAddress, match.Index, match.Index + match.Length, Values.Edits(book, ValueKind.IpAddress, text, match.Index, match.Index + match.Length));
    }

    [GeneratedRegex("""(?<![\p{L}\p{N}_.\-]|://|@)(?:\d{1,3}\.){3}\d{1,3}(?![\p{L}\p{N}_\-]|\.\d)""", RegexOptions.CultureInvariant)]
    private static partial Regex Four();

    [GeneratedRegex("""(?<![\p{L}\p{N}_.:\-]|://\[)(?=[0-9a-f:]*[0-9a-f]{2})(?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4}|:)(?::[0-9a-f]{1,4}){0,6}(?![\p{L}\p{N}_:\-])|(?<![\p{L}\p{N}_.:\-])[0-9a-f]{2,4}::[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,5}(?![\p{L}\p{N}_:\-])""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Six();

    [GeneratedRegex("""(?:\b(?:v|version|ver|release|build|firmware)\.?\s?|/)$""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Version();
}
