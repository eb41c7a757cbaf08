using System.Diagnostics.CodeAnalysis;

namespace Open311.Protocol.Paths;

/// <summary>
/// URLs that are sent as they are spelled. <see cref="Uri"/> by itself removes dot segments and decodes what it deems unreserved,
/// so that an identifier such as <c>..</c> or <c>a%2Eb</c> would never arrive.
/// </summary>
public static class ExactUrl
{
    static readonly UriCreationOptions AsSpelled = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>The URL of a resource below an endpoint, joined by exactly one slash.</summary>
    /// <param name="endpoint">The endpoint, with or without a slash at its end.</param>
    /// <param name="path">The percent-encoded path below it, such as <see cref="ResourcePath.Of(string, DataFormat)"/> makes.</param>
    /// <param name="query">The encoded query without its question mark; null or empty for none.</param>
    public static string Join(string endpoint, string path, string? query = null)
    {
        var url = $"{endpoint.TrimEnd('/')}/{path.TrimStart('/')}";
        return string.IsNullOrEmpty(query) ? url : $"{url}?{query}";
    }

    /// <summary>A URI whose path and query are sent exactly as spelled. False unless it is absolute, http or https, and plain ASCII without blanks, controls or a fragment.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="uri">The URI, for <see cref="HttpRequestMessage"/>.</param>
    public static bool TryCreate(string url, [NotNullWhen(true)] out Uri? uri)
    {
        uri = null;
        if (url.AsSpan().IndexOfAnyExceptInRange('!', '~') >= 0 || url.Contains('#') || !Uri.TryCreate(url, AsSpelled, out var spelled))
            return false;
        if (spelled.Scheme is not ("http" or "https"))
            return false;

        uri = spelled;
        return true;
    }
}
