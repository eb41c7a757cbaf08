using System.Security.Cryptography;
using System.Text;
using Open311.Conformance.Exchanges;

namespace Open311.Selftest.Trials;

/// <summary>
/// An answer as far as two of them are told apart, free of what differs from run to run: the port and the instant of sending. Of the body only the
/// digest is kept: the answers of all correct cities would take hundreds of megabytes, which the collector would go through again and again.
/// </summary>
internal sealed record AnswerSight
{
    const string AnyCity = "http://city.example";

    ExchangeOutcome Outcome { get; init; }

    TimeSpan Duration { get; init; }

    AnswerHead? Head { get; init; }

    string Body { get; init; } = "";

    /// <param name="exchange">The question and its answer.</param>
    /// <param name="origin">The scheme, the host and the port of the city.</param>
    public static AnswerSight Of(Exchange exchange, string origin) => new()
    {
        Outcome = exchange.Outcome,
        Duration = exchange.Duration,
        Head = exchange.Answer is { } answer ? AnswerHead.Of(answer, origin) : null,
        Body = exchange.Answer is { } answered ? Digest(answered.Body.Span, origin) : "",
    };

    /// <summary>A text in which the city that was asked has a name that every city has.</summary>
    public static string AnyOrigin(string text, string origin) => text.Replace(origin, AnyCity, StringComparison.Ordinal);

    /// <summary>In words, the first thing in which this answer differs from another; null when there is none.</summary>
    public string? DifferenceFrom(AnswerSight other)
    {
        if (Outcome != other.Outcome)
            return $"{Outcome} instead of {other.Outcome}";
        if (Head is null || other.Head is null)
            return null;
        if (Head.DifferenceFrom(other.Head) is { } difference)
            return difference;
        // By the clock of the bench, which stands still while nobody waits.
        if (Duration != other.Duration)
            return $"it takes {Duration.TotalSeconds:0.###} s instead of {other.Duration.TotalSeconds:0.###} s";
        return Body == other.Body ? null : "another body";
    }

    // Bytes, not text: what is wrong with an encoding must not be repaired on the way.
    static string Digest(ReadOnlySpan<byte> body, string origin) => Convert.ToBase64String(SHA256.HashData(
        body.IndexOf(Encoding.ASCII.GetBytes(origin)) < 0 ? body : Encoding.Latin1.GetBytes(AnyOrigin(Encoding.Latin1.GetString(body), origin))));
}
