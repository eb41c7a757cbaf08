using System.Text;
using Open311.Conformance.Exchanges;

namespace Open311.Conformance.Evidence;

/// <summary>The bytes of an exchange as they stood on the wire, as far as they are known.</summary>
public static class RawEvidence
{
    static readonly ContentBounds bounds = new(HarReader.DefaultLimit, 0, new SegmentPool());

    /// <summary>The request: its line, the headers that were sent, and its body.</summary>
    public static byte[] Request(Exchange exchange)
    {
        var url = exchange.Request.Url.OriginalString;
        var path = url.IndexOf('/', url.IndexOf("://", StringComparison.Ordinal) + 3) is > 0 and var at ? url[at..] : "/";
        var head = new StringBuilder($"{exchange.Request.Method} {path} HTTP/1.1\r\n");
        foreach (var header in exchange.SentHeaders)
            head.Append(header.Name).Append(": ").Append(header.Value).Append("\r\n");
        return [.. Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()), .. exchange.Request.Body.Span];
    }

    /// <summary>What the bytes of an answer say otherwise than the exchange does, in a sentence; null when they agree.</summary>
    /// <param name="exchange">The exchange as it is judged.</param>
    /// <param name="raw">The bytes kept of its answer.</param>
    public static string? Disagreement(Exchange exchange, ReadOnlyMemory<byte> raw)
    {
        var reading = WireReader.Read(raw, exchange.Request, ended: true, bounds);
        if (exchange.Answer is not { } answer)
            return reading.Answer is null ? null : "The exchange has no answer, but the bytes hold one.";
        if (reading.Answer is not { } read)
            return "The bytes are no HTTP answer, but the exchange has one.";
        if (read.Status != answer.Status || read.Reason != answer.Reason)
            return $"The bytes say status {read.Status}, the exchange {answer.Status}.";
        if (read.Headers.Count != answer.Headers.Count || !read.Headers.Zip(answer.Headers).All(p => IsSame(p.First, p.Second)))
            return "The bytes have other headers than the exchange.";
        return exchange.Outcome == ExchangeOutcome.Answered && !read.Body.Span.SequenceEqual(answer.Body.Span)
            ? "The bytes have another body than the exchange."
            : null;
    }

    // A value that was masked stands for any.
    static bool IsSame(HeaderField read, HeaderField kept) => read == kept || (read.Name == kept.Name && kept.Value is Redactor.Mask or "WITHHELD");
}
