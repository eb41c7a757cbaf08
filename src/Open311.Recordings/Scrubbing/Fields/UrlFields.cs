namespace Open311.Recordings.Scrubbing.Fields;

/// <summary>The values in a URL: user information, path segments, arguments.</summary>
static class UrlFields
{
    /// <param name="text">A text that holds the URL.</param>
    /// <param name="start">Where the URL begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="keeper">What stays.</param>
    public static IEnumerable<Field> Of(string text, int start, int end, FieldKeeper keeper)
    {
        var at = start;
        var scheme = text.IndexOf("://", start, end - start, StringComparison.Ordinal);
        if (scheme >= 0)
        {
            at = scheme + 3;
            var authority = IndexOfAny(text, "/?#", at, end);
            var user = text.LastIndexOf('@', Math.Max(at, authority - 1), Math.Max(authority - at, 0));
            if (user > at)
                yield return new Field("user", ValueKind.Credential, [(at, user)], () => "user") { IsForm = true };
            at = authority;
        }

        var query = IndexOfAny(text, "?#", at, end);
        for (var segment = at; segment < query;)
        {
            var next = IndexOfAny(text, "/", segment, query);
            if (next > segment)
                yield return new Field("path", ValueKind.Path, [(segment, next)], () => "path") { IsForm = true };
            segment = next + 1;
        }

        foreach (var field in FormFields.Of(text, Math.Min(query + 1, end), end, keeper))
            yield return field;
    }

    static int IndexOfAny(string text, string characters, int start, int end)
    {
        var found = start < end ? text.AsSpan(start, end - start).IndexOfAny(characters) : -1;
        return found < 0 ? end : start + found;
    }
}
