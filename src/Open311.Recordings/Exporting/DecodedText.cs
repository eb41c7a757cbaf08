using System.Text;

namespace Open311.Recordings.Exporting;

/// <summary>A text with its percent-encoding undone, down to the bytes.</summary>
internal sealed class DecodedText : IEquatable<DecodedText>
{
    readonly byte[] bytes;

    DecodedText(byte[] bytes)
    {
        this.bytes = bytes;
        Text = Encoding.UTF8.GetString(bytes);
    }

    /// <summary>With replacement characters for what is no UTF-8.</summary>
    public string Text { get; }

    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>Of a query or form, where a plus sign is a space.</summary>
    public static DecodedText OfForm(string encoded) => new(Decode(encoded.Replace('+', ' ')));

    /// <summary>Of a segment of a path.</summary>
    public static DecodedText OfPath(string encoded) => new(Decode(encoded));

    public bool Equals(DecodedText? other) => other is not null && bytes.AsSpan().SequenceEqual(other.bytes);

    public override bool Equals(object? obj) => Equals(obj as DecodedText);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }

    static byte[] Decode(string encoded)
    {
        var decoded = new List<byte>(encoded.Length);
        var raw = Encoding.UTF8.GetBytes(encoded);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '%' && i + 2 < raw.Length && char.IsAsciiHexDigit((char)raw[i + 1]) && char.IsAsciiHexDigit((char)raw[i + 2]))
            {
                decoded.Add(Convert.ToByte(Encoding.ASCII.GetString(raw, i + 1, 2), 16));
                i += 2;
            }
            else
            {
                decoded.Add(raw[i]);
            }
        }

        return [.. decoded];
    }
}
