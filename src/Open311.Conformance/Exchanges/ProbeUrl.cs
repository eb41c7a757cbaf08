using System.Text;

namespace Open311.Conformance.Exchanges;

/// <summary>URLs that reach the wire as they were written.</summary>
public static class ProbeUrl
{
    /// <summary>
    /// Makes a URL whose path and query are sent byte for byte: <see cref="Uri"/> would otherwise collapse <c>..</c> and undo escapes such as <c>%2E</c>.
    /// Only what no request line can carry (blanks, control characters, non-ASCII) is percent-encoded as UTF-8, and a fragment is dropped.
    /// </summary>
    /// <param name="url">An absolute http or https URL.</param>
    /// <exception cref="UriFormatException"><paramref name="url"/> is not such a URL.</exception>
    public static Uri Exact(string url) =>
        TryExact(url, out var exact)
            ? exact
            : throw new UriFormatException($"'{url}' is not an absolute http or https URL; write it like https://example.org/open311/v2.");

    /// <summary>As <see cref="Exact"/>, but tells instead of throwing: for URLs that a server sent.</summary>
    public static bool TryExact(string url, out Uri exact)
    {
        var fragment = url.IndexOf('#', StringComparison.Ordinal);
        var options = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        return Uri.TryCreate(Encode(fragment < 0 ? url : url[..fragment]), options, out exact!)
            && exact.Scheme is "http" or "https"
            && exact.Host.Length > 0;
    }

    static string Encode(string url)
    {
        var host = url.IndexOf("://", StringComparison.Ordinal);
        var path = host < 0 ? -1 : url.AsSpan(host + 3).IndexOfAny('/', '?');
        if (path < 0)
            return url;

        // The host stays as it is: an internationalised name is Uri's business, not percent-encoding's.
        var start = host + 3 + path;
        var text = new StringBuilder(url, 0, start, url.Length + 16);
        foreach (var rune in url.AsSpan(start).EnumerateRunes())
        {
            if (rune.Value is > ' ' and < 0x7f)
                text.Append((char)rune.Value);
            else
                text.Append(Uri.EscapeDataString(rune.ToString()));
        }

        return text.ToString();
    }
}
