using Open311.Conformance.Asking;

namespace Open311.Conformance.Judging;

/// <summary>How messages name a question: its path below the endpoint with its arguments.</summary>
public static class Where
{
    const int Longest = 120;

    /// <summary>Path and arguments of what was asked, shortened; never with a key.</summary>
    public static string Of(Reply reply)
    {
        var query = string.Join('&', reply.Ask.Query.Where(q => q.Key != "api_key").Select(q => $"{q.Key}={q.Value}"));
        var text = query.Length > 0 ? $"{reply.Ask.Path}?{query}" : reply.Ask.Path;
        return text.Length > Longest ? text[..Longest] + "…" : text;
    }
}
