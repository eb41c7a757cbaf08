using System.Globalization;

namespace Open311.Conformance.Exchanges;

/// <summary>Which answers ask for another attempt, and when.</summary>
public static class Patience
{
    /// <summary>How long an answer asks to wait; null when it does not.</summary>
    /// <param name="exchange">An exchange.</param>
    /// <param name="otherwise">The wait for a 429 that does not say how long.</param>
    public static TimeSpan? AskedToWait(Exchange exchange, TimeSpan otherwise) => exchange.Answer switch
    {
        { Status: 429 } => RetryAfter(exchange) ?? otherwise,
        { Status: 503 } => RetryAfter(exchange),
        _ => null,
    };

    /// <summary>Whether a read is worth repeating once: 5xx, broken, or no answer.</summary>
    public static bool IsWorthRepeating(Exchange exchange) =>
        exchange.Outcome is ExchangeOutcome.Broken or ExchangeOutcome.NoAnswer || exchange.Answer?.Status is >= 500 and < 600;

    /// <summary>The value of Retry-After as a duration; null when absent or unreadable. A date counts from the answer's own Date.</summary>
    public static TimeSpan? RetryAfter(Exchange exchange)
    {
        var value = exchange.Answer?.Header("Retry-After");
        if (value is null)
            return null;
        if (value.Length is > 0 and < 10 && value.All(char.IsAsciiDigit))
            return TimeSpan.FromSeconds(int.Parse(value, CultureInfo.InvariantCulture));
        if (!HttpDate.TryParse(value, out var until))
            return null;

        var from = HttpDate.TryParse(exchange.Answer?.Header("Date"), out var date) ? date : exchange.Started;
        return until > from ? until - from : TimeSpan.Zero;
    }
}
