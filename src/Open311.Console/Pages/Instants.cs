using System.Globalization;

namespace Open311.WebConsole.Pages;

/// <summary>Instants as pages show them.</summary>
internal static class Instants
{
    public static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset instant) => instant.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
