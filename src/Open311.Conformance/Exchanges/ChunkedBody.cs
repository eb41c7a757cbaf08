using System.Buffers.Text;

namespace Open311.Conformance.Exchanges;

/// <summary>Undoes the chunked transfer coding.</summary>
internal static class ChunkedBody
{
    /// <summary>Joins the chunks.</summary>
    /// <param name="coded">The bytes after the head.</param>
    /// <param name="defects">Where defects go.</param>
    /// <returns>The data, how many coded bytes belong to the body, and whether its end was reached.</returns>
    public static (ReadOnlyMemory<byte> Data, int Used, bool IsComplete) Read(ReadOnlySpan<byte> coded, DefectList defects)
    {
        var data = new byte[coded.Length];
        var length = 0;
        var at = 0;
        while (true)
        {
            if (!TryLine(coded, ref at, defects, out var line))
                return (data.AsMemory(0, length), coded.Length, false);

            var extension = line.IndexOf((byte)';');
            var digits = (extension < 0 ? line : line[..extension]).TrimEnd(" \t"u8);
            if (digits.Length is 0 or > 8 || !Utf8Parser.TryParse(digits, out long size, out var used, 'x') || used != digits.Length)
            {
                defects.Add(WireDefect.InvalidChunk, $"Where the size of a chunk is expected, '{Shown.Brief(line)}' is found.");
                return (data.AsMemory(0, length), coded.Length, false);
            }

            if (size == 0)
                break;

            var part = coded.Slice(at, (int)Math.Min(size, coded.Length - at));
            part.CopyTo(data.AsSpan(length));
            length += part.Length;
            at += part.Length;
            if (part.Length < size)
                return (data.AsMemory(0, length), coded.Length, false);

            if (!TryLine(coded, ref at, defects, out line))
                return (data.AsMemory(0, length), coded.Length, false);
            if (!line.IsEmpty)
            {
                defects.Add(WireDefect.InvalidChunk, $"A chunk of {size} bytes is followed by '{Shown.Brief(line)}' instead of a line end.");
                return (data.AsMemory(0, length), coded.Length, false);
            }
        }

        // Trailer lines end with an empty one.
        while (TryLine(coded, ref at, defects, out var line))
        {
            if (line.IsEmpty)
                return (data.AsMemory(0, length), at, true);
        }

        return (data.AsMemory(0, length), coded.Length, false);
    }

    static bool TryLine(ReadOnlySpan<byte> bytes, ref int at, DefectList defects, out ReadOnlySpan<byte> line)
    {
        var length = bytes[at..].IndexOf((byte)'\n');
        line = length < 0 ? bytes[at..] : bytes.Slice(at, length);
        if (length < 0)
        {
            // A size line has no business being long: better said here than as "the last chunk is missing".
            if (line.Length > 256)
                defects.Add(WireDefect.InvalidChunk, $"Where a line of the chunked coding is expected, '{Shown.Brief(line)}' is found.");
            return false;
        }

        at += length + 1;
        if (!line.IsEmpty && line[^1] == '\r')
            line = line[..^1];
        else
            defects.Add(WireDefect.LineFeedOnly, "Lines of the chunked coding end in a line feed without a carriage return.");
        return true;
    }
}
