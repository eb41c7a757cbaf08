using System.Globalization;
using Open311.Conformance.Exchanges;
using Open311.Reporting.Text;

namespace Open311.Reporting.Html;

/// <summary>An exchange as the page shows it: bounded, with invisible characters written out.</summary>
/// <param name="Number">Its number in the run.</param>
/// <param name="Method">GET, HEAD ...</param>
/// <param name="Url">The URL, never a link.</param>
/// <param name="Status">The status line, or what happened instead.</param>
/// <param name="Milliseconds">From sending to the last byte.</param>
/// <param name="Size">Bytes of the decoded body.</param>
/// <param name="Case">The case that asked.</param>
/// <param name="Headers">The answer's header lines, as many as are shown.</param>
/// <param name="MoreHeaders">How many more there are.</param>
public sealed record ExchangeView(
    int Number,
    string Method,
    string Url,
    string Status,
    string Milliseconds,
    string Size,
    string Case,
    IReadOnlyList<string> Headers,
    int MoreHeaders)
{
    const int MaxHeaders = 30;
    const int MaxHeader = 300;

    /// <summary>Makes one of a clean exchange.</summary>
    public static ExchangeView Of(Exchange exchange)
    {
        var headers = exchange.Answer?.Headers ?? [];
        var shown = headers.Take(MaxHeaders).Select(h => Text($"{h.Name}: {h.Value}", MaxHeader));
        return new ExchangeView(
            exchange.Number,
            Text(exchange.Request.Method, 20),
            Text(exchange.Request.Url.OriginalString, 1_000),
            StatusLine(exchange),
            exchange.Duration.TotalMilliseconds.ToString("N0", CultureInfo.InvariantCulture),
            (exchange.Answer?.Body.Length ?? 0).ToString("N0", CultureInfo.InvariantCulture),
            Text(exchange.Request.CaseId, 100),
            [.. shown],
            Math.Max(0, headers.Count - MaxHeaders));
    }

    static string StatusLine(Exchange exchange)
    {
        var line = exchange.Answer is { } answer ? $"{answer.HttpVersion} {answer.Status} {answer.Reason}".TrimEnd() : null;
        var problem = exchange.Outcome == ExchangeOutcome.Answered ? null : exchange.Problem ?? exchange.Outcome.ToString();
        return Text(string.Join(" · ", new[] { line, problem }.OfType<string>()), 500);
    }

    static string Text(string text, int limit) => VisibleText.OneLine(Bounded.Short(text, limit));
}
