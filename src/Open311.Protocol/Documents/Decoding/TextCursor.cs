namespace Open311.Protocol.Documents.Decoding;

/// <summary>Turns ascending offsets of a text (UTF-16 units) into lines and columns, in one pass over it.</summary>
/// <param name="text">The text.</param>
sealed class TextCursor(string text)
{
    int _offset;
    int _line = 1;
    int _column = 1;

    /// <summary>The place of <paramref name="offset"/>, which must not lie before the one asked for last.</summary>
    public TextPosition At(int offset)
    {
        for (; _offset < offset && _offset < text.Length; _offset++)
        {
            var c = text[_offset];
            if (c == '\n' || (c == '\r' && (_offset + 1 == text.Length || text[_offset + 1] != '\n')))
                (_line, _column) = (_line + 1, 1);
            else if (!char.IsLowSurrogate(c))
                _column++;
        }

        return new TextPosition(_line, _column);
    }
}
