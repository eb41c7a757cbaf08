using System.Globalization;
using System.Text;
using Open311.Recordings.Cassettes;

namespace Open311.Recordings.Replaying;

/// <summary>An answer as it goes onto the wire.</summary>
/// <param name="Bytes">Head, framing and body; empty when nothing came but the end of the connection.</param>
/// <param name="Ends">Whether the connection is closed after it.</param>
public sealed record TakeImage(ReadOnlyMemory<byte> Bytes, bool Ends)
{
    /// <summary>The image of a take.</summary>
    /// <param name="take">The take.</param>
    /// <param name="isHead">Whether HEAD is answered: without the body.</param>
    public static TakeImage Of(Take take, bool isHead = false)
    {
        if (!take.Wire.IsEmpty)
            return new(take.Wire, true);
        if (take.Status == 0)
            return new(ReadOnlyMemory<byte>.Empty, true);
        var bodyless = take.Status is 204 or 304 or < 200;
        var isChunked = Values(take, "Transfer-Encoding").Any(v => v.Contains("chunked", StringComparison.OrdinalIgnoreCase));
        var hasLength = !isChunked && Values(take, "Content-Length").Any();
        var closes = Values(take, "Connection").Any(v => v.Contains("close", StringComparison.OrdinalIgnoreCase))
            || (take.HttpVersion == "HTTP/1.0" && !Values(take, "Connection").Any(v => v.Contains("keep-alive", StringComparison.OrdinalIgnoreCase)));
        var head = Encoding.Latin1.GetBytes(Head(take, hasLength && !bodyless && take.Method != "HEAD"));
        if (isHead || bodyless || take.Method == "HEAD")
            return new(head, closes);
        var body = take.ResponseBody.Span;
        byte[] bytes = isChunked
            ? [.. head, .. Encoding.ASCII.GetBytes(body.IsEmpty ? "" : $"{body.Length:x}\r\n"), .. body, .. body.IsEmpty ? "0\r\n\r\n"u8 : "\r\n0\r\n\r\n"u8]
            : [.. head, .. body];
        return new(bytes, closes || !(isChunked || hasLength));
    }

    /// <summary>The same answer with more lines at the end of its head; itself where it has no head that lines can be added to.</summary>
    /// <param name="lines">The lines.</param>
    public TakeImage With(IReadOnlyList<HeaderLine> lines)
    {
        var end = Bytes.Span.IndexOf("\r\n\r\n"u8);
        if (end < 0 || lines.Count == 0)
            return this;
        var added = Encoding.Latin1.GetBytes(string.Concat(lines.Select(l => $"{l.Name}: {l.Value}\r\n")));
        return this with { Bytes = (byte[])[.. Bytes.Span[..(end + 2)], .. added, .. Bytes.Span[(end + 2)..]] };
    }

    // A length that no longer fits, because something was taken out of the body, would break the framing.
    static string Head(Take take, bool mendsLength)
    {
        var head = new StringBuilder($"{take.HttpVersion} {take.Status:000} {take.Reason}\r\n");
        foreach (var (name, value) in take.ResponseHeaders)
        {
            var isLength = mendsLength && name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase);
            head.Append(name).Append(": ").Append(isLength ? take.ResponseBody.Length.ToString(CultureInfo.InvariantCulture) : value).Append("\r\n");
        }

        return head.Append("\r\n").ToString();
    }

    static IEnumerable<string> Values(Take take, string name) =>
        take.ResponseHeaders.Where(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value);
}
