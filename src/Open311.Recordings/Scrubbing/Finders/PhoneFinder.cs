using System.Text.RegularExpressions;
using Open311.Recordings.Scrubbing.Fields;
using Open311.Recordings.Scrubbing.Pseudonyms;
using Open311.Recordings.Scrubbing.Texts;

namespace Open311.Recordings.Scrubbing.Finders;

/// <summary>Telephone numbers: international ones, North American and European national ones, shorter ones after a word that announces them, and known ones however they are written.</summary>
sealed partial class PhoneFinder(PseudonymBook book, KnownValues known, bool onlyKnown = false) : IFinder
{
    const int Fewest = 7;
    const int Most = 15;

    public void Find(string text, Finds finds)
    {
        if (known.PhoneKeys.Count > 0)
            FindKnown(text, finds);
        if (onlyKnown || text.Length < Fewest || !text.AsSpan().ContainsAnyInRange('0', '9'))
            return;
        foreach (Match match in Written().Matches(text))
            Take(text, match.Index, match.Index + match.Length, finds);
        foreach (Match match in Announced().Matches(text))
            Take(text, match.Groups["n"].Index, match.Groups["n"].Index + match.Groups["n"].Length, finds);
    }

    void Take(string text, int start, int end, Finds finds)
    {
        var digits = Pieces.DigitsOf(text.AsSpan(start, end - start));
        // What follows a number after a blank was perhaps another one.
        while (digits.Length > 13 && LastGap(text, start, end) is var gap && gap > start)
        {
            end = gap;
            digits = Pieces.DigitsOf(text.AsSpan(start, end - start));
        }

        if (digits.Length is >= Fewest and <= Most && !IsSomethingElse(text, start, end))
            finds.Add(ValueKind.Phone, start, end, Pieces.Digits(text, start, end, Phones.Of(book, digits)));
    }

    static int LastGap(string text, int start, int end)
    {
        for (var i = end - 1; i > start; i--)
        {
            if (char.IsWhiteSpace(text[i]))
                return i;
        }

        return -1;
    }

    bool IsSomethingElse(string text, int start, int end)
    {
        var written = text[start..end];
        return known.Public.Contains(written) || DateLike().IsMatch(written) || (start > 0 && Identifier().IsMatch(text[Math.Max(0, start - 24)..start]));
    }

    void FindKnown(string text, Finds finds)
    {
        foreach (Match match in Digits().Matches(text))
        {
            var digits = Pieces.DigitsOf(match.ValueSpan);
            if (digits.Length >= Fewest && known.PhoneKeys.Contains(Phones.Key(digits)) && !known.Public.Contains(match.Value))
                finds.Add(ValueKind.Phone, match.Index, match.Index + match.Length, Pieces.Digits(text, match.Index, match.Index + match.Length, Phones.Of(book, digits)));
        }
    }

    // In turn: +1 617 555 0123; +358 40 516 5931; 0049 171 ...; (617) 555-0123; 020 7946 0958, 0171/1234567; 06 12 34 56 78; 09 310 1691; ten digits in a row.
    [GeneratedRegex("""
        (?<![\p{L}\p{N}_]|[\p{L}\p{N}][.,:\-/#]|[\p{N}]\s)(?:
          \+?1[\s.\-]{0,2}\(?[2-9]\d{2}\)?[\s.\-]{0,3}\d{3}[\s.\-]{0,3}\d{4}
        | \+\s?\d{1,3}(?:[\s.\-/]{0,3}\(?\d{1,9}\)?){1,7}
        | 00[1-9]\d{0,2}[\s.\-/]{0,3}\(?\d{1,5}\)?(?:[\s.\-/]{0,3}\d{2,9}){1,5}
        | \([0-9]{3}\)[\s.\-]{0,3}\d{3}[\s.\-]{0,3}\d{4}
        | [2-9]\d{2}[\s.\-/]{1,3}\d{3}[\s.\-]{1,3}\d{4}
        | \(0[1-9]\d{1,4}\)[\s\-/]{0,3}\d{3,8}(?:[\s\-]\d{2,6}){0,3}
        | 0[1-9](?:[\s.\-]{1,2}\d{2}){4}
        | 0[1-9]\d{1,4}[\s\-/.]{1,3}\d{3,8}(?:[\s\-]\d{2,6}){0,3}
        | 0[1-9][\s\-/]{1,3}\d{3,8}(?:[\s\-]\d{2,6}){0,3}
        | [2-9]\d{2}[2-9]\d{6}
        | 0[1-9]\d{8,10}
        )(?![\p{L}\p{N}_]|[:.,][0-9])
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Written();

    [GeneratedRegex("""\b(?:phone|telephone|tel|call|calling|text|mobile|cell|cellphone|fax|ring|whatsapp|sms|reach (?:me|us|him|her) (?:at|on)|telefon|handy|puh|puhelin|t[ée]l|m[oó]vil)\b(?:\s?(?:no|nr|number|num|is|me|us|at|on|#))*[\s.:=#\-]{0,4}(?<n>\(?\+?\d{2,5}\)?(?:[\s.\-/]{0,2}\d{2,9}){1,5})(?![\p{L}\p{N}_]|[:.,][0-9])""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Announced();

    [GeneratedRegex("""^\(?(?:\d{4}[\-./ ]\d{1,2}[\-./ ]\d{1,2}|\d{1,2}[\-./ ]\d{1,2}[\-./ ](?:19|20)\d{2})|^\d{5}-\d{4}$""", RegexOptions.CultureInvariant)]
    private static partial Regex DateLike();

    [GeneratedRegex("""(?:\b(?:request|case|ticket|report|incident|ref|reference|id|sr|order|permit|service request|vorgang|fall|asia)(?:\s?(?:no|nr|id|number))?\.?\s?[:#]?\s?#?|#)$""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Identifier();

    [GeneratedRegex("""(?<![\p{N}]|[\p{N}][.,])\+?\(?\d(?:[^\p{L}\p{N}@,;:]{0,4}\d){6,14}(?!\d)""", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
