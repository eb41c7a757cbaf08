namespace Open311.Protocol.Dates;

/// <summary>Day and month by name: RFC 822 (<c>Wed, 14 Apr 2010 06:37:38 -0800</c>) and the form of C (<c>Wed Apr 14 06:37:38 2010</c>).</summary>
static class MailDateTime
{
    const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";
    const string Days = "sunmontuewedthufrisat";

    public static bool TryRead(ReadOnlySpan<char> text, out W3CDateTime value)
    {
        value = default;
        var scanner = new TextScanner(text);
        var parts = default(DateParts);
        parts.Note(DatePeculiarities.OtherForm);

        var word = scanner.TakeLetters();
        if (IndexOf(Days, word) > 0)
        {
            scanner.Take(',');
            scanner.TakeBlanks();
            word = scanner.TakeLetters();
        }

        var isRead = word.IsEmpty
            ? TakeMailForm(ref scanner, ref parts)
            : TakeForm(ref scanner, ref parts, IndexOf(Months, word));
        return isRead && scanner.AtEnd && parts.TryResolve(out value);
    }

    static bool TakeMailForm(ref TextScanner scanner, ref DateParts parts)
    {
        parts.Day = scanner.TakeNumber(1, 2);
        if (!TakeGap(ref scanner))
            return false;

        parts.Month = IndexOf(Months, scanner.TakeLetters());
        return TakeGap(ref scanner)
            && TakeYear(ref scanner, ref parts)
            && scanner.TakeBlanks()
            && ClockTime.Take(ref scanner, ref parts)
            && ZoneOffset.Take(ref scanner, ref parts);
    }

    static bool TakeForm(ref TextScanner scanner, ref DateParts parts, int month)
    {
        parts.Month = month;
        if (!scanner.TakeBlanks())
            return false;

        parts.Day = scanner.TakeNumber(1, 2);
        if (!scanner.TakeBlanks() || !ClockTime.Take(ref scanner, ref parts) || !scanner.TakeBlanks())
            return false;

        // The year comes last, so the zone is cut out before it.
        var rest = scanner.Rest;
        var blank = rest.LastIndexOf(' ');
        var zone = new TextScanner(blank < 0 ? [] : rest[..blank]);
        scanner = new TextScanner(rest[(blank + 1)..]);
        return ZoneOffset.Take(ref zone, ref parts) && zone.AtEnd && TakeYear(ref scanner, ref parts);
    }

    static bool TakeYear(ref TextScanner scanner, ref DateParts parts)
    {
        var digits = scanner.TakeDigits();
        if (digits.Length is not (2 or 4))
            return false;

        var year = new TextScanner(digits).TakeNumber(2, 4);
        parts.Year = digits.Length == 4 ? year : year + (year < 50 ? 2000 : 1900);
        return true;
    }

    static bool TakeGap(ref TextScanner scanner) => scanner.Take('-') || scanner.TakeBlanks();

    /// <summary>The number, from 1, of the name that begins with the same three letters; 0 for none.</summary>
    static int IndexOf(string names, ReadOnlySpan<char> word)
    {
        if (word.Length < 3)
            return 0;

        var found = names.AsSpan().IndexOf(word[..3], StringComparison.OrdinalIgnoreCase);
        return found >= 0 && found % 3 == 0 ? (found / 3) + 1 : 0;
    }
}
