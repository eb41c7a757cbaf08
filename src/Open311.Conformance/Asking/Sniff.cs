using System.Text;

namespace Open311.Conformance.Asking;

/// <summary>What a body looks like at its beginning.</summary>
enum Sniffed
{
    Empty,
    Html,
    Xml,
    Json,
    Text,
}

static class Sniff
{
    const int Window = 1024;

    public static Sniffed Of(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            body = body[3..];
        var head = Encoding.Latin1.GetString(body[..Math.Min(body.Length, Window)]).TrimStart();
        if (head.Length == 0)
            return Sniffed.Empty;
        if (head[0] == '<')
        {
            return head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
                ? Sniffed.Html
                : Sniffed.Xml;
        }

        // UTF-16 text has a zero byte beside each bracket; the reader says more about it.
        if (head[0] is '[' or '{' or '"' || head is "null" or "true" or "false" || head.Contains('\0'))
            return Sniffed.Json;
        return head.Contains("<?xml", StringComparison.Ordinal) ? Sniffed.Xml : char.IsAsciiDigit(head[0]) ? Sniffed.Json : Sniffed.Text;
    }
}
