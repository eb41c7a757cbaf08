using System.Text;

namespace Open311.Protocol.Documents.Decoding;

/// <summary>
/// Turns byte offsets of a UTF-8 text into lines and columns. A place every 256 bytes is remembered, so that asking is cheap
/// even where a document of megabytes is a single line.
/// </summary>
/// <param name="utf8">Valid UTF-8 without a byte order mark.</param>
/// <param name="shift">Translates an offset before it is looked up; null for none.</param>
sealed class LineMap(ReadOnlyMemory<byte> utf8, Func<int, int>? shift = null)
{
    const int Stride = 256;

    TextPosition[]? _places;

    public TextPosition At(int offset)
    {
        offset = Math.Clamp(shift?.Invoke(offset) ?? offset, 0, utf8.Length);
        var places = _places ??= Survey(utf8.Span);
        var stop = offset / Stride;
        return Advance(utf8.Span, places[stop], stop * Stride, offset);
    }

    static TextPosition[] Survey(ReadOnlySpan<byte> bytes)
    {
        var places = new TextPosition[(bytes.Length / Stride) + 1];
        places[0] = new TextPosition(1, 1);
        for (var i = 1; i < places.Length; i++)
            places[i] = Advance(bytes, places[i - 1], (i - 1) * Stride, i * Stride);

        return places;
    }

    static TextPosition Advance(ReadOnlySpan<byte> bytes, TextPosition from, int start, int end)
    {
        var (line, column) = from;
        for (var i = start; i < end; i++)
        {
            var b = bytes[i];
            if (b == '\n' || (b == '\r' && (i + 1 == bytes.Length || bytes[i + 1] != '\n')))
                (line, column) = (line + 1, 1);
            else if ((b & 0xC0) != 0x80)
                column++;
        }

        return new TextPosition(line, column);
    }
}
