using System.Buffers;
using System.Text;
using Open311.Protocol.Documents.Decoding;

namespace Open311.Protocol.Documents.Json;

/// <summary>
/// Rewrites what JSON forbids but nobody can misunderstand: leading zeros, NaN, True and None, trailing commas, comments, raw control
/// characters and unknown escapes in strings, text before the value. Each is a defect; positions stay those of the original.
/// </summary>
sealed class JsonMending
{
    // More than this is no document with mistakes but something else.
    const int MostEdits = 10_000;
    const int LongestWord = 1024;

    readonly ArrayBufferWriter<byte> _output = new();
    readonly List<(int Mended, int Original)> _anchors = [];
    readonly LineMap _lines;
    int _copied;

    JsonMending(LineMap lines) => _lines = lines;

    public ReadOnlyMemory<byte> Utf8 => _output.WrittenMemory;

    /// <summary>Offsets of mended strings that were numbers.</summary>
    public HashSet<int> Literals { get; } = [];

    public DefectLog Defects { get; } = new();

    /// <summary>The mended document; null when there is nothing this can mend.</summary>
    public static JsonMending? Mend(ReadOnlySpan<byte> utf8, LineMap lines)
    {
        var mending = new JsonMending(lines);
        return mending.Run(utf8) && mending._anchors.Count > 0 ? mending : null;
    }

    /// <summary>Where in the original the character at a mended offset stood.</summary>
    public int OriginalOffset(int mended)
    {
        var index = _anchors.BinarySearch((mended, int.MaxValue));
        index = (index < 0 ? ~index : index) - 1;
        return index < 0 ? mended : _anchors[index].Original + mended - _anchors[index].Mended;
    }

    bool Run(ReadOnlySpan<byte> utf8)
    {
        var at = SkipForeignText(utf8);
        while (at < utf8.Length && _anchors.Count < MostEdits)
        {
            at = utf8[at] switch
            {
                (byte)'"' => InString(utf8, at + 1),
                (byte)',' => Comma(utf8, at),
                (byte)'/' => Comment(utf8, at),
                (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)':' or (byte)'{' or (byte)'}' or (byte)'[' or (byte)']' => at + 1,
                _ => Word(utf8, at),
            };
            if (at < 0)
                return false;
        }

        _output.Write(utf8[_copied..]);
        return at >= utf8.Length;
    }

    int SkipForeignText(ReadOnlySpan<byte> utf8)
    {
        var start = JsonComplaint.SkipWhiteSpace(utf8, 0);
        var value = utf8.IndexOfAny((byte)'{', (byte)'[');
        if (value <= start || utf8[start] is (byte)'"' or (byte)'/' || char.IsAsciiDigit((char)utf8[start]))
            return 0;

        Report($"{JsonComplaint.Excerpt(utf8[..value], start)} stands before the JSON value. Send the value alone.", start);
        Replace(utf8, 0, value, []);
        return value;
    }

    int InString(ReadOnlySpan<byte> utf8, int at)
    {
        for (; at < utf8.Length && _anchors.Count < MostEdits; at++)
        {
            var b = utf8[at];
            if (b == '"')
                return at + 1;
            if (b < 0x20)
            {
                Report(JsonComplaint.OfControlCharacter(b), at);
                Replace(utf8, at, at + 1, Encoding.ASCII.GetBytes($"\\u{b:x4}"));
            }
            else if (b == '\\')
            {
                if (!IsEscape(utf8[(at + 1)..]))
                {
                    Report($"{JsonComplaint.Excerpt(utf8[..Math.Min(at + 2, utf8.Length)], at)} is no JSON escape. Send a backslash as \"\\\\\", an apostrophe as it is.", at);
                    Replace(utf8, at, at + 1, at + 1 < utf8.Length && utf8[at + 1] == '\'' ? [] : "\\\\"u8);
                }
                else
                {
                    at++;
                }
            }
        }

        return -1;
    }

    static bool IsEscape(ReadOnlySpan<byte> after) => after switch
    {
        [(byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t', ..] => true,
        [(byte)'u', var a, var b, var c, var d, ..] => char.IsAsciiHexDigit((char)a) && char.IsAsciiHexDigit((char)b) && char.IsAsciiHexDigit((char)c) && char.IsAsciiHexDigit((char)d),
        _ => false,
    };

    int Comma(ReadOnlySpan<byte> utf8, int at)
    {
        var next = JsonComplaint.SkipWhiteSpace(utf8, at + 1);
        if (next < utf8.Length && utf8[next] is (byte)'}' or (byte)']')
        {
            Report("A comma stands before a closing bracket. JSON forbids a trailing comma: leave it out.", at);
            Replace(utf8, at, at + 1, []);
        }

        return at + 1;
    }

    int Comment(ReadOnlySpan<byte> utf8, int at)
    {
        var rest = utf8[at..];
        var length = rest.StartsWith("/*"u8) ? Length(rest.IndexOf("*/"u8), 2) : rest.StartsWith("//"u8) ? Length(rest.IndexOf((byte)'\n'), 0) : -1;
        if (length < 0)
            return -1;

        Report($"The comment {JsonComplaint.Excerpt(utf8[..(at + length)], at)} was found; JSON knows no comments. Leave it out.", at);
        Replace(utf8, at, at + length, " "u8);
        return at + length;

        static int Length(int found, int extra) => found < 0 ? -1 : found + extra;
    }

    int Word(ReadOnlySpan<byte> utf8, int at)
    {
        var end = JsonComplaint.EndOfWord(utf8, at);
        if (end == at || end - at > LongestWord)
            return -1;

        var word = Encoding.UTF8.GetString(utf8[at..end]);
        if (JsonComplaint.OfLiteral(word) is not { } complaint)
            return end;

        var meant = Meant(word);
        if (meant is null)
            return -1;

        Report(complaint, at);
        if (meant[0] == '"')
            Literals.Add(_output.WrittenCount + at - _copied);
        Replace(utf8, at, end, Encoding.UTF8.GetBytes(meant));
        return end;
    }

    static string? Meant(string word) => word.ToUpperInvariant() switch
    {
        "TRUE" => "true",
        "FALSE" => "false",
        "NULL" or "NONE" or "NIL" or "UNDEFINED" => "null",
        "NAN" or "-NAN" or "INFINITY" or "-INFINITY" or "INF" or "-INF" => $"\"{word}\"",
        _ => JsonNumbers.LooksLikeNumber(word) ? $"\"{word}\"" : null,
    };

    void Report(string sentence, int offset) => Defects.Add(DefectKind.NotWellFormed, sentence, _lines.At(offset));

    void Replace(ReadOnlySpan<byte> utf8, int start, int end, ReadOnlySpan<byte> by)
    {
        _output.Write(utf8[_copied..start]);
        _anchors.Add((_output.WrittenCount, start));
        _output.Write(by);
        _anchors.Add((_output.WrittenCount, end));
        _copied = end;
    }
}
