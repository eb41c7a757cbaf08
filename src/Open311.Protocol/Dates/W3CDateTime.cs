using System.Globalization;

namespace Open311.Protocol.Dates;

/// <summary>A date-time of the W3C profile of ISO 8601 (GeoReport v2, "Date/time format"), with what is peculiar about how it was written.</summary>
/// <param name="Instant">The instant meant; where no zone is given, or a name that cannot be placed, read as UTC.</param>
/// <param name="Peculiarities">How the text departs from <c>YYYY-MM-DDThh:mm:ss(Z|±hh:mm)</c>.</param>
public readonly record struct W3CDateTime(DateTimeOffset Instant, DatePeculiarities Peculiarities)
{
    /// <summary>
    /// Reads a trimmed text as leniently as is unambiguous. False when no calendar instant can be made of it at all: nonsense, a
    /// day that does not exist, an order of day and month that cannot be told, a bare year or month.
    /// </summary>
    /// <param name="text">The text, trimmed.</param>
    /// <param name="value">
    /// The instant and its peculiarities; a value is well formed when <see cref="IsWellFormed"/>. Instants beyond the years 1 to
    /// 9999 in UTC are moved to the end of that range; an offset beyond 14 hours is computed with, and the instant given in UTC.
    /// </param>
    public static bool TryRead(string text, out W3CDateTime value) => DateTimeReading.TryRead(text, out value);

    /// <summary>Allowed by the profile, tolerated peculiarities included.</summary>
    public bool IsWellFormed => (Peculiarities & ~DatePeculiarities.Tolerated) == 0;

    /// <summary>Writes an instant as <c>YYYY-MM-DDThh:mm:ssZ</c> or with its offset; fractions of a second are cut off.</summary>
    public static string Write(DateTimeOffset instant) => instant.ToString(
        instant.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:sszzz",
        CultureInfo.InvariantCulture);
}
