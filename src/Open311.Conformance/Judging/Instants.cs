using System.Globalization;

namespace Open311.Conformance.Judging;

/// <summary>How instants are sent: in UTC with Z, whole seconds.</summary>
public static class Instants
{
    /// <summary>Writes an instant as the specification's examples do.</summary>
    public static string Write(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Cuts an instant to whole seconds.</summary>
    public static DateTimeOffset Second(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}
