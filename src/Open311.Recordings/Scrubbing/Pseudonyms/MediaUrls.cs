using System.Text.RegularExpressions;
using Open311.Recordings.Scrubbing.Fields;
using Open311.Recordings.Scrubbing.Texts;

namespace Open311.Recordings.Scrubbing.Pseudonyms;

/// <summary>URLs of pictures: the scheme and the file's extension stay, host and path point to a place that does not exist (RFC 2606).</summary>
static partial class MediaUrls
{
    public const string Host = "media.example.org";

    /// <summary>Whether a value is a URL or a path rather than words or the picture itself.</summary>
    public static bool Is(string value) => Url().IsMatch(value);

    /// <summary>The URLs in a value that may hold several.</summary>
    public static IEnumerable<(int Start, int End)> In(string text, int start, int end) =>
        Url().Matches(text[start..end]).Select(m => (start + m.Index, start + m.Index + m.Length));

    /// <summary>The form in which a URL counts as the same.</summary>
    public static string Key(string url) => url[(url.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0)..];

    public static List<Edit> Edits(PseudonymBook book, string text, int start, int end)
    {
        var edits = new List<Edit>();
        foreach (var (from, to) in In(text, start, end))
            edits.AddRange(One(book, text, from, to));
        return edits;
    }

    static IEnumerable<Edit> One(PseudonymBook book, string text, int start, int end)
    {
        var url = text[start..end];
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        var host = scheme < 0 ? 0 : scheme + 3;
        var slash = url.IndexOf('/', host);
        if (scheme >= 0 && url.AsSpan(host).StartsWith(Host + "/scrubbed-"))
            yield break;
        var key = Key(url);
        if (scheme >= 0)
            yield return new Edit(start + host, start + (slash < 0 ? url.Length : slash), Host);
        if (slash < 0)
            yield break;
        var name = book.Of(ValueKind.MediaUrl, key, dice => $"scrubbed-{dice.Letters(10)}");
        var extension = Extension().Match(url);
        yield return new Edit(start + slash + 1, end, name + extension.Groups["e"].Value.ToLowerInvariant());
    }

    // A comma or a blank before another URL parts two of them.
    [GeneratedRegex("""(?:https?|ftp)://[^\s<>"]+?(?=$|[\s<>"]|[,;|]\s*(?:https?|ftp)://)|(?<![^\s,;|])/[^\s<>"]+""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Url();

    [GeneratedRegex("""^[^?#]*(?<e>\.[A-Za-z0-9]{2,5})(?:[?#]|$)""", RegexOptions.CultureInvariant)]
    private static partial Regex Extension();
}
