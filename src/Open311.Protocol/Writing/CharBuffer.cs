using System.Buffers;
using System.Text;

namespace Open311.Protocol.Writing;

/// <summary>Text under construction, in an array of the shared pool: lists of requests are long, and many are written in a row.</summary>
sealed class CharBuffer : IDisposable
{
    const int FirstSize = 4096;

    char[] _chars = ArrayPool<char>.Shared.Rent(FirstSize);

    public int Length { get; private set; }

    public CharBuffer Append(ReadOnlySpan<char> text)
    {
        text.CopyTo(Room(text.Length));
        Length += text.Length;
        return this;
    }

    public CharBuffer Append(char c)
    {
        Room(1)[0] = c;
        Length++;
        return this;
    }

    public CharBuffer Append(char c, int times)
    {
        Room(times)[..times].Fill(c);
        Length += times;
        return this;
    }

    public void DropLast() => Length--;

    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(_chars, 0, Length);

    public override string ToString() => new(_chars, 0, Length);

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_chars);
        _chars = [];
        Length = 0;
    }

    Span<char> Room(int more)
    {
        if (_chars.Length - Length < more)
        {
            var larger = ArrayPool<char>.Shared.Rent(Math.Max(2 * _chars.Length, Length + more));
            _chars.AsSpan(0, Length).CopyTo(larger);
            ArrayPool<char>.Shared.Return(_chars);
            _chars = larger;
        }

        return _chars.AsSpan(Length);
    }
}
