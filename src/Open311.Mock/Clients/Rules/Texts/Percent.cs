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

    /// <summary>What a decoded text becomes when it is decoded once more; null when it holds no escapes or becomes no text.</summary>
    public static string? Again(string decoded)
    {
        if (!decoded.Contains('%') || Broken(decoded) >= 0 || !IsUtf8(decoded))
            return null;
        var again = Uri.UnescapeDataString(decoded);
        return again == decoded ? null : again;
    }
}
