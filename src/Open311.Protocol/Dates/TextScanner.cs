namespace Open311.Protocol.Dates;

/// <summary>Walks through a text piece by piece; ASCII only, whatever the culture.</summary>
/// <param name="text">The text.</param>
ref struct TextScanner(ReadOnlySpan<char> text)
{
    ReadOnlySpan<char> _rest = text;

    public readonly bool AtEnd => _rest.IsEmpty;

    public readonly char Next => _rest.IsEmpty ? '\0' : _rest[0];

    public readonly ReadOnlySpan<char> Rest => _rest;

    public bool Take(char c)
    {
        if (Next != c || _rest.IsEmpty)
            return false;
        _rest = _rest[1..];
        return true;
    }

    /// <summary>As many digits as stand here, possibly none.</summary>
    public ReadOnlySpan<char> TakeDigits() => Cut(_rest.IndexOfAnyExceptInRange('0', '9'));

    public ReadOnlySpan<char> TakeLetters()
    {
        var length = 0;
        while (length < _rest.Length && char.IsAsciiLetter(_rest[length]))
            length++;
        return Cut(length);
    }

    /// <summary>A number of between <paramref name="least"/> and <paramref name="most"/> digits; -1 and no step when there is none.</summary>
    public int TakeNumber(int least, int most)
    {
        var count = 0;
        var number = 0;
        while (count < _rest.Length && count <= most && char.IsAsciiDigit(_rest[count]))
            number = (number * 10) + (_rest[count++] - '0');
        if (count < least || count > most)
            return -1;
        _rest = _rest[count..];
        return number;
    }

    public bool TakeBlanks()
    {
        var blanks = _rest.Length - _rest.TrimStart(' ').Length;
        _rest = _rest[blanks..];
        return blanks > 0;
    }

    ReadOnlySpan<char> Cut(int length)
    {
        if (length < 0)
            length = _rest.Length;
        var piece = _rest[..length];
        _rest = _rest[length..];
        return piece;
    }
}
