using System.Buffers;
using System.Globalization;
using System.Text;
using Open311.Protocol.Documents.Xml;

namespace Open311.Protocol.Writing;

/// <summary>Writes character data so that it is read back unchanged, carriage returns included.</summary>
/// <param name="style">Freedoms taken.</param>
sealed class XmlTextWriting(WriteStyle style)
{
    static readonly SearchValues<char> Special = SearchValues.Create("&<>\r");

    public void Append(CharBuffer xml, string value)
    {
        var text = XmlCharacters.Replace(value);
        var needsEscapes = text.AsSpan().ContainsAny(Special);
        if (!needsEscapes && (!style.EscapeNonAscii || Ascii.IsValid(text)))
            xml.Append(text);
        else if (needsEscapes && style.CData)
            AppendSections(xml, text);
        else
            AppendEscaped(xml, text);
    }

    // A section knows no references, so carriage returns, and non-ASCII where it is not wanted, stand between sections.
    void AppendSections(CharBuffer xml, string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var length = SectionLength(text.AsSpan(i));
            if (length > 0)
                xml.Append("<![CDATA[").Append(text.AsSpan(i, length)).Append("]]>");
            i += length;
            while (i < text.Length && !FitsSection(text[i]))
                i += AppendCharacter(xml, text, i);
        }
    }

    int SectionLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && FitsSection(text[length]))
        {
            if (text[length..].StartsWith("]]>", StringComparison.Ordinal))
                return length + 2;
            length++;
        }

        return length;
    }

    bool FitsSection(char c) => c != '\r' && (c < 0x80 || !style.EscapeNonAscii);

    void AppendEscaped(CharBuffer xml, string text)
    {
        for (var i = 0; i < text.Length;)
            i += AppendCharacter(xml, text, i);
    }

    int AppendCharacter(CharBuffer xml, string text, int at)
    {
        switch (text[at])
        {
            case '&':
                xml.Append("&amp;");
                break;
            case '<':
                xml.Append("&lt;");
                break;
            case '>':
                xml.Append("&gt;");
                break;
            case '\r':
                xml.Append("&#xD;");
                break;
            case >= '\x80' when style.EscapeNonAscii:
                var rune = Rune.GetRuneAt(text, at);
                xml.Append(string.Create(CultureInfo.InvariantCulture, $"&#x{rune.Value:X};"));
                return rune.Utf16SequenceLength;
            default:
                xml.Append(text[at]);
                break;
        }

        return 1;
    }
}
