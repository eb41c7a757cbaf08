using System.Globalization;

namespace Open311.Protocol.Dates;

/// <summary>Seconds or milliseconds since 1970, bare or in the form <c>/Date(1271227058000-0800)/</c>.</summary>
static class EpochTime
{
    // Nine and ten digits are seconds from 1973 to 2286, twelve and thirteen the same in milliseconds; nothing else is unambiguous.
    const int FewestSecondDigits = 9;
    const int MostSecondDigits = 10;

    public static bool TryRead(ReadOnlySpan<char> text, out W3CDateTime value)
    {
        value = default;
        var isWrapped = text.StartsWith("/Date(", StringComparison.Ordinal) && text.EndsWith(")/", StringComparison.Ordinal);
        if (isWrapped)
            text = text["/Date(".Length..^2];

        var scanner = new TextScanner(text);
        var digits = scanner.TakeDigits();
        var isMilliseconds = isWrapped || digits.Length is FewestSecondDigits + 3 or MostSecondDigits + 3;
        if (!(isWrapped ? digits.Length is > 0 and <= MostSecondDigits + 3 : isMilliseconds || digits.Length is FewestSecondDigits or MostSecondDigits))
            return false;

        if (isWrapped && scanner.Next is '+' or '-')
        {
            scanner.Take(scanner.Next);
            if (scanner.TakeNumber(4, 4) < 0)
                return false;
        }
        else if (!isWrapped && scanner.Take('.'))
        {
            scanner.TakeDigits();
        }

        if (!scanner.AtEnd)
            return false;

        var number = long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        var instant = isMilliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(number) : DateTimeOffset.FromUnixTimeSeconds(number);
        value = new W3CDateTime(instant, DatePeculiarities.OtherForm);
        return true;
    }
}
