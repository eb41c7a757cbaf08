using System.Globalization;

namespace Open311.Conformance.Rules.Posting;

/// <summary>Distances on the globe.</summary>
static class Geo
{
    const double EarthRadius = 6_371_000;

    /// <summary>Metres between two points in degrees.</summary>
    public static double Metres((double Lat, double Long) one, (double Lat, double Long) other)
    {
        var (a, b) = (Radians(one.Lat), Radians(other.Lat));
        var h = Math.Pow(Math.Sin((b - a) / 2), 2) + (Math.Cos(a) * Math.Cos(b) * Math.Pow(Math.Sin(Radians(other.Long - one.Long) / 2), 2));
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    /// <summary>A point out of two texts; null when one is no number.</summary>
    public static (double Lat, double Long)? Point(string? lat, string? @long) =>
        double.TryParse(lat, NumberStyles.Float, CultureInfo.InvariantCulture, out var a) && double.TryParse(@long, NumberStyles.Float, CultureInfo.InvariantCulture, out var b) ? (a, b) : null;

    static double Radians(double degrees) => degrees * Math.PI / 180;
}
