using Open311.Recordings.Cassettes;

namespace Open311.Recordings.Exporting;

/// <summary>Orders a cassette by what was asked.</summary>
internal static class Questions
{
    // Differ from answer to answer that is the same otherwise.
    static readonly string[] Passing = ["Date", "Age", "Set-Cookie", "X-Request-Id", "ETag"];

    /// <param name="cassette">All that was recorded.</param>
    /// <param name="notes">Gets a sentence on each take that cannot be exported.</param>
    public static IReadOnlyList<RecordedQuestion> Of(Cassette cassette, List<string> notes)
    {
        var takes = cassette.Takes.Where(t => CanBeExported(t, notes)).Select(t => (Take: t, Url: new Uri(t.Url), Body: SentBody.Of(t))).ToArray();
        // Only where two keys were used does a key make a difference.
        var keys = takes.SelectMany(t => Pairs(t.Url).Concat(t.Body.Pairs)).Where(p => p.IsKey).Select(p => p.Value).Distinct().Count();
        var questions = new List<RecordedQuestion>();
        foreach (var group in takes.GroupBy(t => $"{t.Take.Method}\n{t.Url.AbsolutePath}\n{Key(Pairs(t.Url), keys > 1)}\n{t.Body.Kind}\n{t.Body.Key(keys > 1)}"))
        {
            var (first, url, body) = group.First();
            var here = group.Where(t => t.Url.Authority == url.Authority).Select(t => t.Take).ToArray();
            foreach (var (other, elsewhere, _) in group.Where(t => t.Url.Authority != url.Authority))
                notes.Add($"Take {other.Number} of {elsewhere.Authority} is left out: take {first.Number} of {url.Authority} answers the same path.");
            questions.Add(new RecordedQuestion(first.Method, RawPath(first.Url), Pairs(url), body, keys <= 1, [.. Changes(here)]));
        }

        return questions;
    }

    public static string Key(IEnumerable<Pair> pairs, bool withKeys) =>
        string.Join('&', pairs.Select(p => $"{Convert.ToHexString(p.Name.Bytes)}={(p.IsKey && !withKeys ? "" : Convert.ToHexString(p.Value.Bytes))}").Order(StringComparer.Ordinal));

    static IReadOnlyList<Pair> Pairs(Uri url) => Pair.Of(url.Query.TrimStart('?'));

    static string RawPath(string url)
    {
        var start = url.IndexOf('/', url.IndexOf("://", StringComparison.Ordinal) + 3);
        var path = start < 0 ? "/" : url[start..];
        var end = path.IndexOfAny(['?', '#']);
        return end < 0 ? path : path[..end];
    }

    static bool CanBeExported(Take take, List<string> notes)
    {
        var why = take.Outcome != Take.Whole ? $"its answer did not come whole ({take.Outcome})"
            : take.Status is < 200 or > 599 ? $"no server answers at its own will with the status {take.Status}"
            : !Uri.TryCreate(take.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") ? "its URL is none"
            : null;
        if (why is not null)
            notes.Add($"Take {take.Number} is left out: {why}.");
        return why is null;
    }

    static IEnumerable<Take> Changes(IReadOnlyList<Take> takes)
    {
        Take? before = null;
        foreach (var take in takes)
        {
            if (before is null || !IsSame(before, take))
                yield return take;
            before = take;
        }
    }

    static bool IsSame(Take one, Take other) => one.Status == other.Status && one.ResponseBody.Span.SequenceEqual(other.ResponseBody.Span)
        && Lasting(one).SequenceEqual(Lasting(other));

    static IEnumerable<HeaderLine> Lasting(Take take) => take.ResponseHeaders.Where(h => !Passing.Contains(h.Name, StringComparer.OrdinalIgnoreCase));
}
