using System.Buffers;

namespace Open311.Protocol.Documents.Xml;

/// <summary>Which characters XML 1.0 allows ("Char", production 2).</summary>
static class XmlCharacters
{
    static readonly SearchValues<char> ForbiddenControls = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(c => (char)c).Where(c => c is not ('\t' or '\n' or '\r'))]);

    static readonly SearchValues<char> Suspicious = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(c => (char)c).Where(c => c is not ('\t' or '\n' or '\r')),
         .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c), '\uFFFE', '\uFFFF']);

    /// <summary>The first character that no XML document may contain, raw or as a reference, surrogates apart; -1 for none.</summary>
    public static int IndexOfForbidden(ReadOnlySpan<char> text)
    {
        // Two searches, because one for both sets would leave the fast path of either.
        var control = text.IndexOfAny(ForbiddenControls);
        var other = (control < 0 ? text : text[..control]).IndexOfAny('\uFFFE', '\uFFFF');
        return other >= 0 ? other : control;
    }

    /// <summary>Whether a character reference may name this code point.</summary>
    public static bool IsAllowed(int codePoint) => codePoint switch
    {
        0x9 or 0xA or 0xD => true,
        < 0x20 => false,
        <= 0xD7FF => true,
        < 0xE000 => false,
        <= 0xFFFD => true,
        < 0x10000 => false,
        _ => codePoint <= 0x10FFFF,
    };

    /// <summary>The text with U+FFFD for every forbidden character and every lone surrogate.</summary>
    public static string Replace(string text)
    {
        var first = text.AsSpan().IndexOfAny(Suspicious);
        if (first < 0)
            return text;

        var clean = text.ToCharArray();
        for (var i = first; i < clean.Length; i++)
        {
            if (!Suspicious.Contains(clean[i]))
                continue;
            if (i + 1 < clean.Length && char.IsSurrogatePair(clean[i], clean[i + 1]))
                i++;
            else
                clean[i] = '\uFFFD';
        }

        return new string(clean);
    }
}
