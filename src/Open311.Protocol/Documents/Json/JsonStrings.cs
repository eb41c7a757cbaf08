using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Open311.Protocol.Documents.Json;

/// <summary>Decodes JSON strings, those with lone surrogates too, which the platform's reader answers with an exception.</summary>
static class JsonStrings
{
    /// <summary>The string the reader stands on, with U+FFFD for every lone surrogate.</summary>
    public static string Read(ref Utf8JsonReader reader, out bool hasLoneSurrogate)
    {
        var text = Encoding.UTF8.GetString(reader.ValueSpan);
        hasLoneSurrogate = false;
        return reader.ValueIsEscaped ? Unescape(text, out hasLoneSurrogate) : text;
    }

    /// <summary>Unescapes what stands between the quotes of a well-formed JSON string.</summary>
    public static string Unescape(string text, out bool hasLoneSurrogate)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var next = text.IndexOf('\\', i);
            if (next < 0)
                next = text.Length;
            plain.Append(text, i, next - i);
            i = next;
            if (i == text.Length)
                break;

            var isNumber = text[i + 1] == 'u';
            plain.Append(isNumber ? (char)ushort.Parse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : Short(text[i + 1]));
            i += isNumber ? 6 : 2;
        }

        return ReplaceLoneSurrogates(plain, out hasLoneSurrogate);
    }

    static char Short(char escape) => escape switch
    {
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => escape,
    };

    static string ReplaceLoneSurrogates(StringBuilder plain, out bool found)
    {
        found = false;
        var text = plain.ToString();
        var first = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        if (first < 0)
            return text;

        var mended = text.ToCharArray();
        for (var i = first; i < mended.Length; i++)
        {
            if (!char.IsSurrogate(mended[i]))
                continue;
            if (i + 1 < mended.Length && char.IsSurrogatePair(mended[i], mended[i + 1]))
            {
                i++;
                continue;
            }

            mended[i] = '\uFFFD';
            found = true;
        }

        return found ? new string(mended) : text;
    }
}
