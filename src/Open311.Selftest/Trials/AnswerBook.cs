using System.Text;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;

namespace Open311.Selftest.Trials;

/// <summary>The answers of a run by their questions, free of what differs from run to run: the port and the instant of sending.</summary>
internal sealed class AnswerBook
{
    const string AnyOrigin = "http://city.example";

    readonly Dictionary<string, Exchange> byQuestion;
    readonly string origin;

    AnswerBook(Dictionary<string, Exchange> byQuestion, string origin)
    {
        this.byQuestion = byQuestion;
        this.origin = origin;
    }

    public static AnswerBook Of(RunReport report)
    {
        var origin = report.Target.Endpoint.GetLeftPart(UriPartial.Authority);
        var questions = new Dictionary<string, Exchange>(StringComparer.Ordinal);
        foreach (var exchange in report.Exchanges)
            questions.TryAdd(exchange.Request.Key.Replace(origin, AnyOrigin, StringComparison.Ordinal), exchange);
        return new AnswerBook(questions, origin);
    }

    /// <summary>The first answer that differs from that of another city to the same question, in words; null when none does.</summary>
    public string? FirstDifference(AnswerBook other)
    {
        foreach (var (question, exchange) in byQuestion)
        {
            if (other.byQuestion.TryGetValue(question, out var reference) && Difference(exchange, reference, other) is { } difference)
                return $"{exchange.Request.Method} {exchange.Request.Url.OriginalString.Replace(origin, "", StringComparison.Ordinal)}: {difference}";
        }

        // The same run asks the same, as long as it is answered the same.
        return byQuestion.FirstOrDefault(q => !other.byQuestion.ContainsKey(q.Key)).Value is { } own
            ? $"{own.Request.Method} {own.Request.Url.OriginalString.Replace(origin, "", StringComparison.Ordinal)} is asked of this city only"
            : null;
    }

    string? Difference(Exchange here, Exchange there, AnswerBook other)
    {
        if (here.Outcome != there.Outcome)
            return $"{here.Outcome} instead of {there.Outcome}";
        if (here.Answer is not { } mine || there.Answer is not { } plain)
            return null;
        if (mine.Status != plain.Status)
            return $"status {mine.Status} instead of {plain.Status}";
        if (mine.HttpVersion != plain.HttpVersion || mine.Reason != plain.Reason)
            return $"'{mine.HttpVersion} {mine.Reason}' instead of '{plain.HttpVersion} {plain.Reason}'";
        var (myHead, plainHead) = (Head(mine, origin), Head(plain, other.origin));
        if (myHead.Except(plainHead).Concat(plainHead.Except(myHead)).FirstOrDefault() is { } line)
            return $"the header '{line}' is in one answer only";
        if (Frame(mine) != Frame(plain))
            return "the framing of the body";
        // By the clock of the bench, which stands still while nobody waits.
        if (here.Duration != there.Duration)
            return $"it takes {here.Duration.TotalSeconds:0.###} s instead of {there.Duration.TotalSeconds:0.###} s";
        return Body(mine, origin).SequenceEqual(Body(plain, other.origin)) ? null : "another body";
    }

    static List<string> Head(Answer answer, string origin) =>
    [
        .. answer.Headers
            .Where(h => !h.Name.Equals("Date", StringComparison.OrdinalIgnoreCase) && !h.Name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            .Select(h => $"{h.Name}: {h.Value.Replace(origin, AnyOrigin, StringComparison.Ordinal)}"),
    ];

    static (bool Announced, int Defects) Frame(Answer answer) => (answer.Header("Content-Length") is not null, answer.WireDefects.Count);

    // Bytes, not text: what is wrong with an encoding must not be repaired on the way.
    static byte[] Body(Answer answer, string origin)
    {
        var bytes = answer.Body.ToArray();
        return bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(origin)) < 0
            ? bytes
            : Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(bytes).Replace(origin, AnyOrigin, StringComparison.Ordinal));
    }
}
