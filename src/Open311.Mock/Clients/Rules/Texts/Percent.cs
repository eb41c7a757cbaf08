using System.Net;
using System.Text;

namespace Open311.Mock.Clients.Rules.Texts;

/// <summary>Percent-encoding, looked at closely.</summary>
internal static class Percent
{
    /// <summary>The first percent sign without two hexadecimal digits behind it; -1 for none.</summary>
    public static int Broken(string text)
    {
        for (var i = text.IndexOf('%'); i >= 0; i = text.IndexOf('%', i + 1))
        {
            if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
                return i;
        }

        return -1;
    }

    /// <summary>Whether text decodes to valid UTF-8.</summary>
    public static bool IsUtf8(string encoded)
    {
        var bytes = Encoding.Latin1.GetBytes(encoded);
        return System.Text.Unicode.Utf8.IsValid(WebUtility.UrlDecodeToBytes(bytes, 0, bytes.Length));
    }

    /// <summary>What was meant by bytes that are not UTF-8: Latin-1 where that makes sense, else what is left without them.</summary>
    public static string Guessed(SentArgument argument)
    {
        var bytes = Encoding.Latin1.GetBytes(argument.RawValue);
        var decoded = WebUtility.UrlDecodeToBytes(bytes, 0, bytes.Length);
        var isLatin = decoded.All(b => b is < 0x80 or (>= 0xA0 and not (0xC0 or 0xC1)));
        var text = isLatin ? Encoding.Latin1.GetString(decoded) : argument.Value.Replace("\uFFFD", "");
        return text.Trim().Length > 0 ? text : "...";
    }

    /// <summary>What a decoded text becomes when it is decoded once more; null when it holds no escapes or becomes no text.</summary>
    public static string? Again(string decoded)
    {
        if (!decoded.Contains('%') || Broken(decoded) >= 0 || !IsUtf8(decoded))
            return null;
        var again = Uri.UnescapeDataString(decoded);
        return again == decoded ? null : again;
    }
}
