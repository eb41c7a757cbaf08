namespace Open311.Protocol.Documents.Xml;

/// <summary>
/// Turns places told by an XML reader, which began in the middle of a text and counts UTF-16 units, into places of the whole text
/// in characters.
/// </summary>
sealed class XmlPositions
{
    readonly TextPosition _start;
    readonly int[]? _lineStarts;
    readonly int[] _pairs = [];

    /// <param name="text">The text the reader reads.</param>
    /// <param name="offset">Where in it the reader began.</param>
    /// <param name="start">The same as a place.</param>
    public XmlPositions(string text, int offset, TextPosition start)
    {
        _start = start;
        if (text.AsSpan(offset).IndexOfAnyInRange('\uD800', '\uDBFF') < 0)
            return;

        var lines = new List<int> { offset };
        var pairs = new List<int>();
        for (var i = offset; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                lines.Add(i + 1);
            else if (char.IsHighSurrogate(text[i]))
                pairs.Add(i);
        }

        _lineStarts = [.. lines];
        _pairs = [.. pairs];
    }

    /// <summary>The place at which the reader tells line and column, both from 1, or 0 when it knows none.</summary>
    public TextPosition At(int line, int column)
    {
        if (line <= 0)
            return _start;

        var characters = column;
        if (_lineStarts is not null && line <= _lineStarts.Length)
        {
            var lineStart = _lineStarts[line - 1];
            characters -= PairsBefore(lineStart + column - 1) - PairsBefore(lineStart);
        }

        return line == 1
            ? new TextPosition(_start.Line, _start.Column + characters - 1)
            : new TextPosition(_start.Line + line - 1, characters);
    }

    int PairsBefore(int offset)
    {
        var found = Array.BinarySearch(_pairs, offset);
        return found < 0 ? ~found : found;
    }
}
