using System.Globalization;

namespace Open311.Conformance.Exchanges;

/// <summary>Dates in HTTP headers (RFC 9110, 5.6.7).</summary>
internal static class HttpDate
{
    static readonly string[] Forms = ["r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy", "ddd MMM  d HH:mm:ss yyyy"];

    /// <summary>Reads any of the three forms.</summary>
    public static bool TryParse(string? text, out DateTimeOffset date) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out date);
}
