using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Open311.Mock.Serving;

/// <summary>The bytes of an answer as they stand on the wire: those that Kestrel would write, and those that it would not.</summary>
internal static class WireBytes
{
    public static ReadOnlyMemory<byte> Of(WireAnswer answer, string method, DateTimeOffset now)
    {
        if (answer.Exact is { } exact)
            return exact.Bytes;
        if (answer.Framing == Framing.None)
            return ReadOnlyMemory<byte>.Empty;
        var isHead = method == "HEAD";
        if (answer.Framing is not (Framing.Length or Framing.Chunked))
            return Raw(answer, isHead);
        var bodyless = answer.Status is 204 or 304;
        var head = Encoding.Latin1.GetBytes(Usual(answer, bodyless, now));
        if (isHead || bodyless)
            return head;
        return answer.Framing == Framing.Chunked
            ? (byte[])[.. head, .. Encoding.ASCII.GetBytes($"{answer.Body.Length:x}\r\n"), .. answer.Body.Span, .. answer.Body.IsEmpty ? "\r\n"u8 : "\r\n0\r\n\r\n"u8]
            : (byte[])[.. head, .. answer.Body.Span];
    }

    /// <summary>What is written past Kestrel.</summary>
    public static byte[] Raw(WireAnswer answer, bool isHead)
    {
        var body = isHead ? ReadOnlyMemory<byte>.Empty : answer.Body;
        return [.. Encoding.Latin1.GetBytes(Unusual(answer, body.Length)), .. Framed(answer.Framing, body)];
    }

    static string Usual(WireAnswer answer, bool bodyless, DateTimeOffset now)
    {
        var head = new StringBuilder($"HTTP/1.1 {answer.Status} {answer.Reason ?? ReasonPhrases.GetReasonPhrase(answer.Status)}\r\n");
        if (answer.Framing == Framing.Length && !bodyless)
            head.Append("Content-Length: ").Append(answer.Body.Length).Append("\r\n");
        foreach (var (name, value) in answer.Headers)
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        if (answer.Framing == Framing.Chunked && !bodyless)
            head.Append("Transfer-Encoding: chunked\r\n");
        if (!answer.Headers.Any(h => h.Key.Equals("Date", StringComparison.OrdinalIgnoreCase)))
            head.Append("Date: ").Append(now.ToString("R", System.Globalization.CultureInfo.InvariantCulture)).Append("\r\n");
        return head.Append("\r\n").ToString();
    }

    static string Unusual(WireAnswer answer, int length)
    {
        var end = answer.Framing == Framing.LineFeedOnly ? "\n" : "\r\n";
        var version = answer.Framing == Framing.Http10 ? "HTTP/1.0" : "HTTP/1.1";
        var head = new StringBuilder($"{version} {answer.Status} {answer.Reason ?? ReasonPhrases.GetReasonPhrase(answer.Status)}{end}");
        foreach (var (name, value) in answer.Headers)
            head.Append(name).Append(": ").Append(value).Append(end);
        head.Append(answer.Framing switch
        {
            Framing.Short => $"Content-Length: {length + 100}{end}",
            Framing.Surplus or Framing.LineFeedOnly => $"Content-Length: {length}{end}",
            Framing.BadChunk or Framing.NoLastChunk => $"Transfer-Encoding: chunked{end}",
            _ => "",
        });
        return head.Append("Connection: close").Append(end).Append(end).ToString();
    }

    static byte[] Framed(Framing framing, ReadOnlyMemory<byte> body)
    {
        var bytes = body.ToArray();
        return framing switch
        {
            Framing.BadChunk => [.. "ZZ\r\n"u8, .. bytes, .. "\r\n0\r\n\r\n"u8],
            Framing.NoLastChunk => [.. Encoding.ASCII.GetBytes($"{bytes.Length:X}\r\n"), .. bytes, .. "\r\n"u8],
            Framing.Surplus => [.. bytes, .. "\r\n<!-- late -->\r\n"u8],
            _ => bytes,
        };
    }
}
