using System.Text;
using System.Text.RegularExpressions;

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

static partial class Sniff
{
    const int Window = 1024;

    public static Sniffed Of(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            body = body[3..];
        body = body.TrimStart(" \t\r\n"u8);
        var head = Encoding.Latin1.GetString(body[..Math.Min(body.Length, Window)]).Trim();
        if (head.Length == 0)
            return Sniffed.Empty;
        if (head[0] == '<')
            return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || HoldsPage(head) ? Sniffed.Html : Sniffed.Xml;

        // UTF-16 text has a zero byte beside each bracket; the reader says more about it.
        if (head[0] is '[' or '{' or '"' || head is "null" or "true" or "false" || head.Contains('\0'))
            return Sniffed.Json;
        return head.Contains("<?xml", StringComparison.Ordinal) ? Sniffed.Xml : char.IsAsciiDigit(head[0]) ? Sniffed.Json : Sniffed.Text;
    }

    // What a text quotes in a CDATA section or a comment says nothing about the kind of the document.
    static bool HoldsPage(string head) =>
        head.Contains("<html", StringComparison.OrdinalIgnoreCase) && Quoted().Replace(head, "").Contains("<html", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"<!(?:\[CDATA\[.*?(?:\]\]>|$)|--.*?(?:-->|$))", RegexOptions.Singleline)]
    private static partial Regex Quoted();
}
