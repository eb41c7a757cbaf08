namespace Open311.Protocol.Documents.Xml;

/// <summary>Hands a part of a text to an XML reader without copying it first.</summary>
/// <param name="rest">What is still to be read.</param>
sealed class SliceReader(ReadOnlyMemory<char> rest) : TextReader
{
    ReadOnlyMemory<char> _rest = rest;

    public override int Peek() => _rest.IsEmpty ? -1 : _rest.Span[0];

    public override int Read()
    {
        var next = Peek();
        if (next >= 0)
            _rest = _rest[1..];
        return next;
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var taken = Math.Min(buffer.Length, _rest.Length);
        _rest.Span[..taken].CopyTo(buffer);
        _rest = _rest[taken..];
        return taken;
    }
}
