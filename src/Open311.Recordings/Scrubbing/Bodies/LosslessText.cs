using System.Text;
using System.Text.Unicode;

namespace Open311.Recordings.Scrubbing.Bodies;

/// <summary>Bytes as text and back, so that whatever is not edited comes back byte for byte, whatever encoding it is in and whether it is valid in it.</summary>
static class LosslessText
{
    /// <summary>The text with the encoding that gives the same bytes again; null when there is none.</summary>
    public static (string Text, Encoding Encoding)? Decode(ReadOnlySpan<byte> bytes)
    {
        var encoding = Wide(bytes) ?? (Utf8.IsValid(bytes) ? new UTF8Encoding(false) : Encoding.Latin1);
        var text = encoding.GetString(bytes);
        return encoding.GetBytes(text).AsSpan().SequenceEqual(bytes) ? (text, encoding) : null;
    }

    // A byte order mark is a character of the text, and so comes back.
    static Encoding? Wide(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [not 0, 0, 0, 0, ..] => new UTF32Encoding(false, false),
        [0, 0, 0xFE, 0xFF, ..] or [0, 0, 0, not 0, ..] => new UTF32Encoding(true, false),
        [0xFF, 0xFE, ..] or [not 0, 0, not 0, 0, ..] => new UnicodeEncoding(false, false),
        [0xFE, 0xFF, ..] or [0, not 0, 0, not 0, ..] => new UnicodeEncoding(true, false),
        _ => null,
    };
}
