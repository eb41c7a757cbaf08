using System.Globalization;
using Open311.Conformance.Judging;
using Open311.Protocol.Dates;

namespace Open311.Conformance.Rules.Requests.Trying;

/// <summary>Zones of the dates that are read, and the forms in which instants are sent.</summary>
static class Zones
{
    /// <summary>Whether the zone of requested_datetime is written down; without it the instant is a guess.</summary>
    public static bool HasZone(RequestItem item) =>
        item.Node.Value("requested_datetime") is { } text && W3CDateTime.TryRead(text, out var value) && (value.Peculiarities & (DatePeculiarities.NoZone | DatePeculiarities.OtherForm)) == 0;

    /// <summary>The offset the server itself writes with.</summary>
    public static TimeSpan OffsetOf(RequestItem item) =>
        item.Node.Value("requested_datetime") is { } text && W3CDateTime.TryRead(text, out var value) ? value.Instant.Offset : TimeSpan.Zero;

    /// <summary>Whole seconds at an offset: <c>2026-01-31T12:00:00+05:30</c>.</summary>
    public static string At(DateTimeOffset instant, TimeSpan offset) => instant.ToOffset(offset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>With milliseconds: <c>2026-01-31T12:00:00.000Z</c>.</summary>
    public static string WithFraction(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Without seconds: <c>2026-01-31T12:00Z</c>.</summary>
    public static string WithoutSeconds(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);

    /// <summary>Cuts an instant to whole minutes.</summary>
    public static DateTimeOffset Minute(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
}
