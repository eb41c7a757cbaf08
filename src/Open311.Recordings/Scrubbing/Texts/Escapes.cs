using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace Open311.Recordings.Scrubbing.Texts;

/// <summary>Recognises one escape at the beginning of a text.</summary>
static class Escapes
{
    const int LongestReference = 12;

    /// <summary>How many characters the escape takes (0 for none), and how many it makes (0 for one that shows nothing).</summary>
    public static (int Used, int Made) At(ReadOnlySpan<char> text, Span<char> made) => text[0] switch
    {
        '&' => Reference(text, made),
        '%' => Percent(text, made),
        '\\' => Backslash(text, made),
        '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' => (1, 0),
        >= '\u00C2' and <= '\u00F4' => Mojibake(text, made),
        _ => default,
    };

    static (int, int) One(int used, char c, Span<char> made)
    {
        made[0] = c;
        return (used, 1);
    }

    static (int, int) Character(int used, Rune rune, Span<char> made) => (used, rune.EncodeToUtf16(made));

    static (int, int) Reference(ReadOnlySpan<char> text, Span<char> made)
    {
        if (text.Length > 2 && text[1] == '#')
            return Number(text, made);

        var end = text[..Math.Min(text.Length, LongestReference)].IndexOf(';');
        if (end < 2 || text[1..end].ContainsAnyExcept(Letters))
            return default;

        char? known = text[1..end] switch
        {
            "commat" => '@',
            "period" => '.',
            "plus" => '+',
            "hyphen" or "dash" => '-',
            "lowbar" => '_',
            "colon" => ':',
            "sol" => '/',
            "lpar" => '(',
            "rpar" => ')',
            "apos" => '\'',
            _ => null,
        };
        if (known is { } c)
            return One(end + 1, c, made);

        var name = text[..(end + 1)].ToString();
        var decoded = WebUtility.HtmlDecode(name);
        return decoded.Length == 1 ? One(end + 1, decoded[0], made) : default;
    }

    static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    static (int, int) Number(ReadOnlySpan<char> text, Span<char> made)
    {
        var isHex = text[2] is 'x' or 'X';
        var start = isHex ? 3 : 2;
        var end = start;
        while (end < text.Length && end - start < 10 && (isHex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])))
            end++;
        if (end == start || !int.TryParse(text[start..end], isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var number) || !Rune.IsValid(number))
            return default;
        if (end < text.Length && text[end] == ';')
            return Character(end + 1, new Rune(number), made);
        // Pages may leave the semicolon out; but what follows may be a digit that is itself escaped.
        return number >= ' ' && (end == text.Length || text[end] is not ('\\' or '&' or '%')) ? Character(end, new Rune(number), made) : default;
    }

    static (int, int) Percent(ReadOnlySpan<char> text, Span<char> made)
    {
        Span<byte> bytes = stackalloc byte[4];
        for (var count = 0; count < 4; count++)
        {
            var at = count * 3;
            if (at + 2 >= text.Length || text[at] != '%' || !byte.TryParse(text.Slice(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[count]))
                break;
            if (Rune.DecodeFromUtf8(bytes[..(count + 1)], out var rune, out _) == OperationStatus.Done)
                return Character(at + 3, rune, made);
        }

        // What is no UTF-8 was perhaps Latin-1, as old servers encode.
        return bytes[0] >= 0xA0 ? One(3, (char)bytes[0], made) : default;
    }

    static (int, int) Backslash(ReadOnlySpan<char> text, Span<char> made)
    {
        if (text.Length < 2)
            return default;
        return text[1] switch
        {
            'u' when text.Length >= 6 && ushort.TryParse(text[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) => One(6, (char)unit, made),
            'n' => One(2, '\n', made),
            'r' => One(2, '\r', made),
            't' => One(2, '\t', made),
            'b' or 'f' => One(2, ' ', made),
            '"' or '\\' or '/' => One(2, text[1], made),
            _ => default,
        };
    }

    static (int, int) Mojibake(ReadOnlySpan<char> text, Span<char> made)
    {
        Span<byte> bytes = stackalloc byte[4];
        for (var count = 0; count < Math.Min(4, text.Length) && text[count] <= '\u00FF'; count++)
        {
            bytes[count] = (byte)text[count];
            if (count > 0 && Rune.DecodeFromUtf8(bytes[..(count + 1)], out var rune, out _) == OperationStatus.Done)
                return Character(count + 1, rune, made);
        }

        return default;
    }
}
