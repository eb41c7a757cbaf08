using Open311.Conformance.Findings;

namespace Open311.Selftest.Trials;

/// <summary>What a city answered in a run, by the questions.</summary>
internal sealed class AnswerBook
{
    // Of a question asked twice the first answer: later ones may be of a later time.
    readonly Dictionary<string, AnswerSight> byQuestion = new(StringComparer.Ordinal);

    AnswerBook()
    {
    }

    public static AnswerBook Of(RunReport report)
    {
        var book = new AnswerBook();
        var origin = Origin(report);
        foreach (var exchange in report.Exchanges)
        {
            var question = AnswerSight.AnyOrigin(exchange.Request.Key, origin);
            if (!book.byQuestion.ContainsKey(question))
                book.byQuestion.Add(question, AnswerSight.Of(exchange, origin));
        }

        return book;
    }

    /// <summary>The first answer of another run that differs from the one to the same question here, in words; null when none does.</summary>
    public string? FirstDifferenceOf(RunReport other)
    {
        var origin = Origin(other);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? unasked = null;
        foreach (var exchange in other.Exchanges)
        {
            var question = AnswerSight.AnyOrigin(exchange.Request.Key, origin);
            if (!seen.Add(question))
                continue;
            var place = $"{exchange.Request.Method} {exchange.Request.Url.OriginalString.Replace(origin, "", StringComparison.Ordinal)}";
            if (!byQuestion.TryGetValue(question, out var known))
                unasked ??= $"{place} is asked of this city only";
            else if (AnswerSight.Of(exchange, origin).DifferenceFrom(known) is { } difference)
                return $"{place}: {difference}";
        }

        // The same run asks the same, as long as it is answered the same.
        return unasked;
    }

    static string Origin(RunReport report) => report.Target.Endpoint.GetLeftPart(UriPartial.Authority);
}
