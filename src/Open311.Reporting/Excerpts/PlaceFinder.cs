namespace Open311.Reporting.Excerpts;

/// <summary>
/// Finds where a pointer leads in a body: bodies without line breaks are the rule, so a line alone says little. Streams instead of building a
/// tree, and shrugs at what it cannot read: an excerpt is then cut at the beginning of its line.
/// </summary>
static class PlaceFinder
{
    /// <summary>Bytes before the node in its line; 0 when it cannot be found there.</summary>
    /// <param name="body">The whole body, UTF-8.</param>
    /// <param name="line">Where the line is in it.</param>
    /// <param name="number">The line's number, from 1.</param>
    /// <param name="pointer">XPath or JSON pointer.</param>
    public static int Offset(ReadOnlyMemory<byte> body, Range line, int number, string? pointer)
    {
        if (string.IsNullOrEmpty(pointer))
            return 0;
        var (start, length) = line.GetOffsetAndLength(body.Length);
        var first = body.Span.TrimStart("\uFEFF \t\r\n"u8);
        var place = first is [(byte)'<', ..]
            ? XmlPlace.Find(body, number, pointer) is { } column ? start + Bytes(body.Span.Slice(start, length), column) : null
            : JsonPlace.Find(body.Span, pointer);
        return place >= start && place < start + length ? place.Value - start : 0;
    }

    static int Bytes(ReadOnlySpan<byte> line, int characters)
    {
        var at = 0;
        while (characters > 0 && at < line.Length)
        {
            System.Text.Rune.DecodeFromUtf8(line[at..], out var rune, out var length);
            characters -= rune.Utf16SequenceLength;
            at += length;
        }

        return at;
    }
}
