using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Open311.Protocol.Paths;

/// <summary>Percent-encoding of UTF-8 (RFC 3986, 2.1).</summary>
static class PercentEncoding
{
    /// <summary>Appends the text, with ASCII letters, digits and the characters of <paramref name="keep"/> as they are.</summary>
    public static void Append(StringBuilder output, string text, string keep, string blank = "%20")
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || keep.Contains((char)rune.Value)))
            {
                output.Append((char)rune.Value);
            }
            else if (rune.Value == ' ')
            {
                output.Append(blank);
            }
            else
            {
                foreach (var b in bytes[..rune.EncodeToUtf8(bytes)])
                    output.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
            }
        }
    }

    /// <summary>Decodes; broken escapes stay as they are, bytes that are not UTF-8 become U+FFFD.</summary>
    /// <param name="encoded">What was sent.</param>
    /// <param name="plusIsBlank">Whether <c>+</c> means a blank, as in forms.</param>
    /// <param name="brokenEscape">The offset of the first broken escape; -1 for none.</param>
    /// <param name="isUtf8">Whether the bytes were valid UTF-8.</param>
    public static string Decode(ReadOnlySpan<byte> encoded, bool plusIsBlank, out int brokenEscape, out bool isUtf8)
    {
        brokenEscape = -1;
        var decoded = new byte[encoded.Length];
        var length = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            var b = encoded[i];
            if (b == '+' && plusIsBlank)
            {
                b = (byte)' ';
            }
            else if (b == '%')
            {
                if (i + 2 < encoded.Length && char.IsAsciiHexDigit((char)encoded[i + 1]) && char.IsAsciiHexDigit((char)encoded[i + 2]))
                {
                    b = byte.Parse(encoded.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                    i += 2;
                }
                else if (brokenEscape < 0)
                {
                    brokenEscape = i;
                }
            }

            decoded[length++] = b;
        }

        var bytes = decoded.AsSpan(0, length);
        isUtf8 = Utf8.IsValid(bytes);
        return Encoding.UTF8.GetString(bytes);
    }
}
