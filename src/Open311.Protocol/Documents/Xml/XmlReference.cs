using System.Globalization;
using System.Xml;

namespace Open311.Protocol.Documents.Xml;

/// <summary>What an ampersand begins.</summary>
/// <param name="IsSound">A reference to one of the five predefined entities or to an allowed character.</param>
/// <param name="EntityName">The name of another entity.</param>
/// <param name="CodePoint">The number of a forbidden character, -1 when too large to tell. Neither this nor a name: a bare ampersand.</param>
readonly record struct XmlReference(bool IsSound, string? EntityName = null, long? CodePoint = null)
{
    const int LongestName = 256;

    public static XmlReference At(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, LongestName)].IndexOf(';');
        if (end < 2)
            return default;

        var name = text[1..end];
        if (name[0] == '#')
            return ByNumber(name[1..]);

        return name is "amp" or "lt" or "gt" or "quot" or "apos" ? new XmlReference(true)
            : IsName(name) ? new XmlReference(false, name.ToString())
            : default;
    }

    static XmlReference ByNumber(ReadOnlySpan<char> digits)
    {
        var isHex = digits is ['x', ..];
        if (isHex)
            digits = digits[1..];
        if (digits.IsEmpty || digits.IndexOfAnyExcept(isHex ? HexDigits : HexDigits[..10]) >= 0)
            return default;

        var style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        if (!uint.TryParse(digits, style, CultureInfo.InvariantCulture, out var number))
            return new XmlReference(false, CodePoint: -1);

        return number <= 0x10FFFF && XmlCharacters.IsAllowed((int)number) ? new XmlReference(true) : new XmlReference(false, CodePoint: number);
    }

    static ReadOnlySpan<char> HexDigits => "0123456789abcdefABCDEF";

    static bool IsName(ReadOnlySpan<char> name)
    {
        if (!XmlConvert.IsStartNCNameChar(name[0]) && name[0] != ':')
            return false;

        foreach (var c in name)
        {
            if (!XmlConvert.IsNCNameChar(c) && c != ':')
                return false;
        }

        return true;
    }
}
