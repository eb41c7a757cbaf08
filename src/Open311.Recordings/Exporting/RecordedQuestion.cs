using Open311.Recordings.Cassettes;

namespace Open311.Recordings.Exporting;

/// <summary>Something that was asked, and what was answered: once for all, or differently from time to time.</summary>
/// <param name="Method">GET, POST ...</param>
/// <param name="Path">As it was asked, percent-encoding untouched.</param>
/// <param name="Query">The pairs of the query.</param>
/// <param name="Body">What was sent.</param>
/// <param name="KeyIsAny">Whether an api_key may be any: those who listen to a recording have keys of their own, and a recording has none.</param>
/// <param name="Answers">One at least; each differs from the one before.</param>
internal sealed record RecordedQuestion(string Method, string Path, IReadOnlyList<Pair> Query, SentBody Body, bool KeyIsAny, IReadOnlyList<Take> Answers)
{
    public Take First => Answers[0];

    public string Title => $"{Method} {new Uri(First.Url).PathAndQuery}";

    /// <summary>The name of a file about one of its answers, without an extension.</summary>
    public string FileName(Take take)
    {
        var last = Path.TrimEnd('/').Split('/')[^1];
        var readable = string.Concat(last.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '-'));
        return $"{take.Number:D4}-{Method.ToLowerInvariant()}-{(readable.Length is 0 or > 60 ? "answer" : readable)}";
    }
}
