using System.Text;
using Open311.Protocol.Documents.Decoding;

namespace Open311.Protocol.Documents.Json;

/// <summary>Says in a sentence what broke the grammar of a JSON document, and where.</summary>
static class JsonComplaint
{
    const int ExcerptBytes = 160;
    const string CutOff = "The document ends before its objects and arrays are closed. It seems to be cut off.";

    /// <param name="utf8">The document.</param>
    /// <param name="soundUntil">Where the last sound token ended.</param>
    /// <param name="stoppedAt">Where the platform's reader stopped.</param>
    /// <param name="afterValue">Whether the top-level value had been read to its end.</param>
    public static (int Offset, string Sentence) Explain(ReadOnlySpan<byte> utf8, int soundUntil, int stoppedAt, bool afterValue)
    {
        var at = SkipWhiteSpace(utf8, soundUntil);
        if (afterValue)
            return (at, $"After the end of the JSON value comes {Excerpt(utf8, at)}; nothing may follow it. It was not read.");

        var hasComma = at < utf8.Length && utf8[at] == ',';
        if (at < utf8.Length && utf8[at] is (byte)',' or (byte)':')
        {
            var next = SkipWhiteSpace(utf8, at + 1);
            if (next < utf8.Length && utf8[next] is (byte)',' or (byte)':')
                return (next, $"A value is missing before {Excerpt(utf8, next)}.");
            at = next;
        }

        if (at >= utf8.Length)
            return (utf8.Length, CutOff);

        return utf8[at] switch
        {
            (byte)'"' => InString(utf8, at, stoppedAt),
            (byte)'<' => (at, $"{Excerpt(utf8, at)} was found where a JSON value was expected: this is markup, perhaps an HTML error page or XML."),
            (byte)'\'' => (at, "A single quote was found; JSON strings and member names stand in double quotes."),
            (byte)'/' => (at, "A comment was found, which JSON does not know. Leave it out."),
            (byte)'}' or (byte)']' when hasComma => (at, "A comma stands before the closing bracket. JSON forbids a trailing comma: leave it out."),
            (byte)'}' or (byte)']' => (at, $"The bracket \"{(char)utf8[at]}\" was found here, but another bracket is open, or a value is still missing."),
            (byte)'{' or (byte)'[' => (at, $"{Excerpt(utf8, at)} was found here; a comma or a member name before it is missing."),
            _ => BareWord(utf8, at),
        };
    }

    /// <summary>The complaint about a body that is words, such as <c>501 Not Implemented</c>; null when it begins as JSON or markup does.</summary>
    public static string? OfPlainText(ReadOnlySpan<byte> utf8)
    {
        var at = SkipWhiteSpace(utf8, 0);
        return at < utf8.Length && utf8[at] is not ((byte)'{' or (byte)'[' or (byte)'"' or (byte)'\'' or (byte)'<' or (byte)'/')
            ? $"The body begins with {Excerpt(utf8, at)}; a JSON array or object was expected."
            : null;
    }

    /// <summary>Names the culprit in a word that stands outside quotes, such as <c>001</c> or <c>NaN</c>; null when there is nothing wrong with it.</summary>
    public static string? OfLiteral(string word)
    {
        if (word is "true" or "false" or "null" || JsonNumbers.IsNumber(word))
            return null;

        var shown = Shown.Excerpt(word);
        var digits = word.TrimStart('-');
        if (JsonNumbers.LooksLikeNumber(word))
        {
            return digits is ['0', >= '0' and <= '9', ..]
                ? $"The number {shown} has a leading zero, which JSON forbids. Send it as a string, with the zeros, if it is a code."
                : $"The number {shown} is not written as JSON demands: digits on both sides of a decimal point, and no plus sign before it.";
        }

        return word.ToUpperInvariant() switch
        {
            "NAN" or "-NAN" or "INFINITY" or "-INFINITY" or "INF" or "-INF" => $"{shown} is no JSON number. Send null, or leave the member out.",
            "TRUE" or "FALSE" => $"{shown} is no JSON value; true and false are written in lower case.",
            "NULL" or "NONE" or "NIL" or "UNDEFINED" => $"{shown} is no JSON value. Send null, or leave the member out.",
            _ => $"{shown} stands outside quotes and is no JSON value. Put text in double quotes.",
        };
    }

    /// <summary>The end of the bare word or number that begins at that offset.</summary>
    public static int EndOfWord(ReadOnlySpan<byte> utf8, int at)
    {
        var length = utf8[at..].IndexOfAny(" \t\r\n,:{}[]\"/"u8);
        return length < 0 ? utf8.Length : at + length;
    }

    public static int SkipWhiteSpace(ReadOnlySpan<byte> utf8, int at)
    {
        var length = utf8[at..].IndexOfAnyExcept(" \t\r\n"u8);
        return length < 0 ? utf8.Length : at + length;
    }

    public static string Excerpt(ReadOnlySpan<byte> utf8, int at) =>
        Shown.Excerpt(Encoding.UTF8.GetString(utf8.Slice(at, Math.Min(ExcerptBytes, utf8.Length - at))).AsSpan().TrimEnd(" \t\r\n"));

    static (int, string) BareWord(ReadOnlySpan<byte> utf8, int at)
    {
        var end = EndOfWord(utf8, at);
        var word = Encoding.UTF8.GetString(utf8[at..Math.Min(end, at + ExcerptBytes)]);
        var next = SkipWhiteSpace(utf8, end);
        if (next < utf8.Length && utf8[next] == ':')
            return (at, $"The member name {Shown.Excerpt(word)} stands outside quotes. Put it in double quotes.");

        if (OfLiteral(word) is { } complaint)
            return (at, complaint);

        return next >= utf8.Length
            ? (utf8.Length, CutOff)
            : (at, $"The value {Shown.Excerpt(word)} was found where none was expected; a comma or a member name before it is missing.");
    }

    static (int, string) InString(ReadOnlySpan<byte> utf8, int start, int stoppedAt)
    {
        if (stoppedAt <= start)
            return (start, $"{Excerpt(utf8, start)} was found here; a comma or a colon before it is missing.");
        if (stoppedAt >= utf8.Length || !HasEnd(utf8, start))
            return (start, $"The string {Excerpt(utf8, start)} is never closed. The document seems to be cut off.");
        if (utf8[stoppedAt] < 0x20)
            return (stoppedAt, OfControlCharacter(utf8[stoppedAt]));

        return (stoppedAt, $"{Excerpt(utf8, stoppedAt)} was found where it may not stand: an unknown escape, or a colon or comma is missing.");
    }

    public static string OfControlCharacter(byte character)
    {
        var escape = character switch
        {
            (byte)'\n' => "\\n",
            (byte)'\r' => "\\r",
            (byte)'\t' => "\\t",
            _ => $"\\u{character:x4}",
        };
        return $"The control character {Shown.Character(new Rune(character))} stands unescaped in a string. Send {escape} instead.";
    }

    static bool HasEnd(ReadOnlySpan<byte> utf8, int start)
    {
        for (var i = start + 1; i < utf8.Length; i++)
        {
            if (utf8[i] == '"')
                return true;
            if (utf8[i] == '\\')
                i++;
        }

        return false;
    }
}
