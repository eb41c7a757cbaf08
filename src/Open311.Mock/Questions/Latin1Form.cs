using System.Net;
using System.Text;

namespace Open311.Mock.Questions;

/// <summary>Reads a form whose sender encoded text as ISO-8859-1 and said so.</summary>
internal static class Latin1Form
{
    public static Arguments Read(ReadOnlySpan<byte> body) =>
        new([.. Encoding.Latin1.GetString(body).Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Pair)]);

    static KeyValuePair<string, string> Pair(string text) => text.IndexOf('=') is >= 0 and var equals
        ? new(Decode(text[..equals]), Decode(text[(equals + 1)..]))
        : new(Decode(text), "");

    static string Decode(string text)
    {
        var bytes = WebUtility.UrlDecodeToBytes(Encoding.Latin1.GetBytes(text), 0, text.Length);
        return Encoding.Latin1.GetString(bytes!);
    }
}
