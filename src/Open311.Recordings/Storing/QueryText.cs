namespace Open311.Recordings.Storing;

/// <summary>The arguments of a URL.</summary>
public static class QueryText
{
    /// <summary>Names and values, decoded, in order.</summary>
    /// <param name="url">A URL or a request target.</param>
    public static IEnumerable<KeyValuePair<string, string>> Arguments(string url)
    {
        var start = url.IndexOf('?', StringComparison.Ordinal);
        return start < 0 ? [] : Pairs(url[(start + 1)..].Split('#')[0]);
    }

    /// <summary>Names and values of what stands after the question mark, or of a form.</summary>
    /// <param name="text">Coded as application/x-www-form-urlencoded.</param>
    public static IEnumerable<KeyValuePair<string, string>> Pairs(string text) =>
        text.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p.Split('=', 2))
            .Select(p => KeyValuePair.Create(Plain(p[0]), p.Length > 1 ? Plain(p[1]) : ""));

    static string Plain(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
