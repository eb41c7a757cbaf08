using System.Globalization;
using System.Text;

namespace Open311.Recordings.Tests.Scrubbing;

/// <summary>Ways to write a text in a document, character by character at random.</summary>
sealed class Spelling(int seed)
{
    readonly Random _random = new(seed);

    /// <summary>As character data of XML: plain, references by number, CDATA.</summary>
    public string Xml(string text)
    {
        var output = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            output.Append(_random.Next(9) switch
            {
                0 => $"&#{rune.Value};",
                1 => $"&#x{rune.Value:X};",
                2 => $"&#0{rune.Value};",
                3 when rune.Value is not (']' or '>') => $"<![CDATA[{rune}]]>",
                _ => rune.Value switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", _ => rune.ToString() },
            });
        }

        return output.ToString();
    }

    /// <summary>As a JSON string without its quotes.</summary>
    public string Json(string text)
    {
        var output = new StringBuilder();
        foreach (var c in text)
        {
            output.Append(_random.Next(5) == 0 ? $"\\u{(int)c:x4}" : c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '/' when _random.Next(2) == 0 => "\\/",
                _ => c.ToString(),
            });
        }

        return output.ToString();
    }

    /// <summary>As a value of a form or query.</summary>
    public string Form(string text)
    {
        var output = new StringBuilder();
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            var plain = b < 0x80 && (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'@');
            output.Append(b == ' ' && _random.Next(2) == 0 ? "+" : plain && _random.Next(5) > 0 ? ((char)b).ToString() : "%" + b.ToString(_random.Next(2) == 0 ? "X2" : "x2", CultureInfo.InvariantCulture));
        }

        return output.ToString();
    }

    /// <summary>Within HTML.</summary>
    public string Html(string text)
    {
        var output = new StringBuilder("<p class=\"x\">");
        foreach (var rune in text.EnumerateRunes())
            output.Append(_random.Next(4) == 0 ? $"&#{rune.Value};" : rune.Value switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", _ => rune.ToString() });
        return output.Append("</p>").ToString();
    }

    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
