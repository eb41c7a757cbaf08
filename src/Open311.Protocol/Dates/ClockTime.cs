namespace Open311.Protocol.Dates;

/// <summary>The time of day: <c>hh:mm[:ss[.f+]]</c>, and <c>hhmm[ss]</c>, <c>h:mm</c>, <c>hh</c>, a decimal comma.</summary>
static class ClockTime
{
    public static bool Take(ref TextScanner scanner, ref DateParts parts)
    {
        var digits = scanner.TakeDigits();
        if (digits.Length is 4 or 6)
        {
            parts.Note(DatePeculiarities.OtherForm);
            (parts.Hour, parts.Minute) = (Two(digits), Two(digits[2..]));
            if (digits.Length == 6)
                parts.Second = Two(digits[4..]);
            return digits.Length == 4 || TakeFraction(ref scanner, ref parts);
        }

        if (digits.Length is not (1 or 2))
            return false;

        parts.Hour = digits.Length == 1 ? digits[0] - '0' : Two(digits);
        if (!scanner.Take(':'))
        {
            parts.Note(DatePeculiarities.OtherForm);
            return true;
        }

        if (digits.Length == 1)
            parts.Note(DatePeculiarities.OtherForm);

        parts.Minute = scanner.TakeNumber(2, 2);
        if (!scanner.Take(':'))
        {
            parts.Note(DatePeculiarities.NoSeconds);
            return parts.Minute >= 0;
        }

        parts.Second = scanner.TakeNumber(2, 2);
        return parts is { Minute: >= 0, Second: >= 0 } && TakeFraction(ref scanner, ref parts);
    }

    static bool TakeFraction(ref TextScanner scanner, ref DateParts parts)
    {
        var hasComma = scanner.Take(',');
        if (!hasComma && !scanner.Take('.'))
            return true;

        var digits = scanner.TakeDigits();
        parts.Note(DatePeculiarities.Fraction);
        if (hasComma || digits.IsEmpty)
            parts.Note(DatePeculiarities.OtherForm);
        parts.SetFraction(digits);
        return true;
    }

    static int Two(ReadOnlySpan<char> digits) => ((digits[0] - '0') * 10) + (digits[1] - '0');
}
