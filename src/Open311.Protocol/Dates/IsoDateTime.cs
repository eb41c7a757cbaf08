namespace Open311.Protocol.Dates;

/// <summary>Year first: the W3C profile, and what else ISO 8601 and its imitators write.</summary>
static class IsoDateTime
{
    public static bool TryRead(ReadOnlySpan<char> text, out W3CDateTime value)
    {
        value = default;
        var scanner = new TextScanner(text);
        var parts = default(DateParts);
        if (!TakeDate(ref scanner, ref parts))
            return false;

        if (!StartsTime(ref scanner, ref parts))
            parts.Note(DatePeculiarities.OtherForm);
        else if (!ClockTime.Take(ref scanner, ref parts))
            return false;

        return ZoneOffset.Take(ref scanner, ref parts) && scanner.AtEnd && parts.TryResolve(out value);
    }

    static bool TakeDate(ref TextScanner scanner, ref DateParts parts)
    {
        var digits = scanner.TakeDigits();
        if (digits.Length == 4)
        {
            parts.Year = Number(digits);
            var separator = scanner.Next;
            return separator is '-' or '/'
                && TakePart(ref scanner, ref parts, separator, out parts.Month)
                && TakePart(ref scanner, ref parts, separator, out parts.Day)
                && Noted(ref parts, separator == '/');
        }

        // Compact forms: 20100414T063738Z, 20100414063738.
        if (digits.Length is not (8 or 14))
            return false;

        parts.Note(DatePeculiarities.OtherForm);
        (parts.Year, parts.Month, parts.Day) = (Number(digits[..4]), Number(digits[4..6]), Number(digits[6..8]));
        if (digits.Length == 14)
            (parts.Hour, parts.Minute, parts.Second) = (Number(digits[8..10]), Number(digits[10..12]), Number(digits[12..14]));
        return true;
    }

    static bool TakePart(ref TextScanner scanner, ref DateParts parts, char separator, out int part)
    {
        part = 0;
        if (!scanner.Take(separator))
            return false;

        var digits = scanner.TakeDigits();
        if (digits.Length is not (1 or 2))
            return false;

        part = Number(digits);
        return Noted(ref parts, digits.Length == 1);
    }

    static bool StartsTime(ref TextScanner scanner, ref DateParts parts)
    {
        if (scanner.Take('T'))
            return true;
        if (scanner.Take('t'))
        {
            parts.Note(DatePeculiarities.LowerCase);
            return true;
        }

        if (scanner.Next != ' ')
            return false;

        scanner.TakeBlanks();
        parts.Note(DatePeculiarities.OtherForm);
        return true;
    }

    static bool Noted(ref DateParts parts, bool isPeculiar)
    {
        if (isPeculiar)
            parts.Note(DatePeculiarities.OtherForm);
        return true;
    }

    static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
            number = (number * 10) + (digit - '0');
        return number;
    }
}
