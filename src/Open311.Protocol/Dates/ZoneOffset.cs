using System.Collections.Frozen;

namespace Open311.Protocol.Dates;

/// <summary>The zone at the end: <c>Z</c> or <c>±hh:mm</c>, and the many others.</summary>
static class ZoneOffset
{
    const int MostMinutes = 14 * 60;
    const int LongestAbbreviation = 5;

    // RFC 822 defines the American ones; the European ones are met in the wild.
    static readonly FrozenDictionary<string, int> Hours = new Dictionary<string, int>
    {
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["UT"] = 0,
        ["Z"] = 0,
        ["WET"] = 0,
        ["EST"] = -5,
        ["EDT"] = -4,
        ["CST"] = -6,
        ["CDT"] = -5,
        ["MST"] = -7,
        ["MDT"] = -6,
        ["PST"] = -8,
        ["PDT"] = -7,
        ["WEST"] = 1,
        ["CET"] = 1,
        ["CEST"] = 2,
        ["MEZ"] = 1,
        ["MESZ"] = 2,
        ["EET"] = 2,
        ["EEST"] = 3,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static bool Take(ref TextScanner scanner, ref DateParts parts)
    {
        var isApart = scanner.TakeBlanks();
        if (scanner.AtEnd)
        {
            parts.Note(DatePeculiarities.NoZone);
            return true;
        }

        if (isApart)
            parts.Note(DatePeculiarities.OtherZoneForm);
        if (scanner.Next is 'Z' or 'z' && scanner.Rest.Length == 1)
        {
            if (scanner.Next == 'z')
                parts.Note(DatePeculiarities.LowerCase);
            return scanner.Take(scanner.Next);
        }

        if (scanner.Next is '+' or '-' or '\u2212')
            return TakeOffset(ref scanner, ref parts) && TakeRemark(ref scanner, ref parts);

        return TakeName(ref scanner, ref parts);
    }

    static bool TakeOffset(ref TextScanner scanner, ref DateParts parts)
    {
        var isNegative = !scanner.Take('+');
        if (isNegative && !scanner.Take('-'))
        {
            scanner.Take('\u2212');
            parts.Note(DatePeculiarities.OtherZoneForm);
        }

        var digits = scanner.TakeDigits();
        if (digits.Length is < 1 or > 4)
            return false;

        var number = int.Parse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);
        var (hours, minutes) = digits.Length > 2 ? (number / 100, number % 100) : (number, 0);
        if (digits.Length <= 2 && scanner.Take(':'))
        {
            minutes = scanner.TakeNumber(2, 2);
            if (minutes < 0)
                return false;
            if (digits.Length == 1)
                parts.Note(DatePeculiarities.OtherZoneForm);
        }
        else
        {
            parts.Note(DatePeculiarities.OtherZoneForm);
        }

        var total = (hours * 60) + minutes;
        if (total > MostMinutes || minutes > 59)
            parts.Note(DatePeculiarities.OffsetOutOfRange);
        if (isNegative && total == 0)
            parts.Note(DatePeculiarities.NegativeZeroOffset);
        parts.OffsetMinutes = isNegative ? -total : total;
        return true;
    }

    // Java adds [Europe/Paris], scripts in browsers add (CEST).
    static bool TakeRemark(ref TextScanner scanner, ref DateParts parts)
    {
        var rest = scanner.Rest.TrimStart(' ');
        if (rest.IsEmpty)
            return true;

        var isRemark = rest is ['[', .., ']'] or ['(', .., ')'];
        parts.Note(DatePeculiarities.OtherZoneForm);
        return isRemark && TakeAll(ref scanner);
    }

    static bool TakeName(ref TextScanner scanner, ref DateParts parts)
    {
        parts.Note(DatePeculiarities.OtherZoneForm);
        var name = scanner.TakeLetters().ToString();
        if (name.Length == 0 || name.ToUpperInvariant() is "AM" or "PM")
            return false;

        var isKnown = Hours.TryGetValue(name, out var hours);
        if (isKnown && hours == 0 && scanner.Next is '+' or '-')
            return TakeOffset(ref scanner, ref parts) && TakeRemark(ref scanner, ref parts);

        parts.OffsetMinutes = hours * 60;
        if (scanner.Next == '/')
            return scanner.Rest.IndexOfAny(" :") < 0 && TakeAll(ref scanner);
        return isKnown || name.Length <= LongestAbbreviation;
    }

    static bool TakeAll(ref TextScanner scanner)
    {
        scanner = new TextScanner([]);
        return true;
    }
}
