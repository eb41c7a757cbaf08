using Open311.Recordings.Cassettes;

namespace Open311.Recordings.Replaying;

/// <summary>
/// Finds the take that answers a question, by hash: to the letter; else with the arguments in any order; else with dates as far from now as the
/// recorded ones were from then; else, where it was scrubbed, a form by what no scrubbing replaces. Safe for use by several threads.
/// </summary>
public sealed class ReplayBook
{
    static readonly TimeSpan near = TimeSpan.FromMinutes(30);

    readonly Dictionary<string, Shelf> exact = new(StringComparer.Ordinal);
    readonly Dictionary<string, Shelf> ordered = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<DatedShelf>> dated = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<QuestionText>> places = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<FormShelf>> forms = new(StringComparer.Ordinal);
    readonly string origin;

    /// <summary>Takes a cassette.</summary>
    /// <param name="cassette">The takes.</param>
    /// <param name="source">The endpoint recorded: what lies at its origin is found by path alone.</param>
    /// <param name="isScrubbed">Whether personal data gave way to other values, so that no client sends what was recorded of it.</param>
    public ReplayBook(Cassette cassette, string source, bool isScrubbed = false)
    {
        origin = Origin(source);
        List<(QuestionText Text, Shelf Shelf)> masked = [];
        foreach (var take in cassette.Takes)
        {
            var text = new QuestionText(take.Method, Target(take.Url), take.RequestBody.Span, QuestionText.TypeOf(take.RequestHeaders));
            var manner = Manner.Of(take.RequestHeaders);
            Placed(exact, text.Exact).Add(take, manner);
            var isNew = !ordered.ContainsKey(text.Ordered);
            var shelf = Placed(ordered, text.Ordered);
            shelf.Add(take, manner);
            if (!isNew)
                continue;
            if (text.Keyless != text.Ordered)
                masked.Add((text, shelf));
            if (text.Dated is { } dates)
                Listed(dated, dates.Text).Add(new(dates.Dates, shelf));
            if (isScrubbed && text.Impersonal is { } impersonal)
                Listed(forms, impersonal).Add(new(text.Form, shelf));
            Listed(places, text.Place).Add(text);
        }

        // Whoever has no key gets what was answered to the recorded one, unless asking without a key was recorded, too.
        foreach (var (text, shelf) in masked)
            ordered.TryAdd(text.Keyless, shelf);
    }

    /// <summary>The take that is due for a question; null when nothing like it was recorded.</summary>
    /// <param name="question">What is asked. HEAD is answered by what was answered to GET, where it was not recorded itself.</param>
    public Take? Find(ReplayQuestion question)
    {
        var type = question.Body.IsEmpty ? null : QuestionText.TypeOf(question.Headers);
        if (Find(question, new QuestionText(question.Method, Target(question.Target), question.Body.Span, type)) is { } found)
            return found;
        return question.Method == "HEAD" ? Find(question, new QuestionText("GET", Target(question.Target), default, null)) : null;
    }

    /// <summary>Whether there is a take for a question, asked in the same manner; nobody's turn passes.</summary>
    /// <param name="question">What is asked.</param>
    public bool Holds(ReplayQuestion question) =>
        ShelfOf(new QuestionText(question.Method, Target(question.Target), question.Body.Span, QuestionText.TypeOf(question.Headers)), question.At)?.Has(Manner.Of(question.Headers)) == true;

    /// <summary>What was recorded that comes nearest to a question, each in one line: how it differs.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<string> Nearest(ReplayQuestion question, int most = 3)
    {
        var asked = new QuestionText(question.Method == "HEAD" ? "GET" : question.Method, Target(question.Target), default, null);
        return NearestText.Of(asked, places, most);
    }

    /// <summary>Repetitions begin anew.</summary>
    public void Rewind()
    {
        foreach (var shelf in exact.Values.Concat(ordered.Values))
            shelf.Rewind();
    }

    Take? Find(ReplayQuestion question, QuestionText text)
    {
        var shelf = ShelfOf(text, question.At);
        return shelf?.Due(Manner.Of(question.Headers), question.Occasion, question.Attempt);
    }

    Shelf? ShelfOf(QuestionText text, DateTimeOffset at) =>
        exact.GetValueOrDefault(text.Exact) ?? ordered.GetValueOrDefault(text.Ordered) ?? ordered.GetValueOrDefault(text.Keyless) ?? ByDate(text, at) ?? ByForm(text);

    Shelf? ByDate(QuestionText text, DateTimeOffset at)
    {
        if (text.Dated is not { } asked || !dated.TryGetValue(asked.Text, out var candidates))
            return null;
        var (best, least) = ((Shelf?)null, near);
        foreach (var (dates, shelf) in candidates)
        {
            var off = Off(asked.Dates, dates, at - shelf.First.Started);
            if (off <= least)
                (best, least) = (shelf, off);
        }

        return best;
    }

    // Of several forms that differ in personal data alone, that which has most in common.
    Shelf? ByForm(QuestionText text) =>
        forms.Count > 0 && text.Impersonal is { } impersonal && forms.TryGetValue(impersonal, out var candidates)
            ? candidates.MaxBy(c => c.Form.Intersect(text.Form).Count())!.Shelf
            : null;

    // How far the worst of the dates lies from where it should: at the same instant, or as far from now as the recorded one from then.
    static TimeSpan Off(DateTimeOffset[] asked, DateTimeOffset[] recorded, TimeSpan elapsed)
    {
        var worst = TimeSpan.Zero;
        for (var i = 0; i < asked.Length; i++)
        {
            var moved = asked[i] - recorded[i];
            var off = moved == TimeSpan.Zero ? TimeSpan.Zero : (moved - elapsed).Duration();
            worst = off > worst ? off : worst;
        }

        return worst;
    }

    string Target(string url) => url.StartsWith(origin, StringComparison.OrdinalIgnoreCase) && (url.Length == origin.Length || url[origin.Length] is '/' or '?')
        ? url.Length == origin.Length || url[origin.Length] == '?' ? "/" + url[origin.Length..] : url[origin.Length..]
        : url;

    static string Origin(string url)
    {
        var slash = url.IndexOf('/', url.IndexOf("://", StringComparison.Ordinal) + 3);
        return slash < 0 ? url : url[..slash];
    }

    static Shelf Placed(Dictionary<string, Shelf> shelves, string key) => shelves.TryGetValue(key, out var shelf) ? shelf : shelves[key] = new();

    static List<T> Listed<T>(Dictionary<string, List<T>> lists, string key) => lists.TryGetValue(key, out var list) ? list : lists[key] = [];

    sealed record FormShelf(IReadOnlyList<KeyValuePair<string, string>> Form, Shelf Shelf);

    sealed record DatedShelf(DateTimeOffset[] Dates, Shelf Shelf);
}
