namespace Open311.Reporting.Figures;

/// <summary>Where requests are, on a sheet of its own scale: north is up, and nothing is drawn but what was received.</summary>
/// <param name="Width">Of the sheet, in its units.</param>
/// <param name="Height">Of the sheet.</param>
/// <param name="Open">Points of requests that are not closed.</param>
/// <param name="Closed">Points of closed requests.</param>
/// <param name="Beyond">Requests far away from all others, which the sheet leaves out.</param>
/// <param name="Unsound">Requests whose lat or long is no number of degrees, or both of whose are 0.</param>
/// <param name="South">Latitude of the lower edge.</param>
/// <param name="North">Latitude of the upper edge.</param>
/// <param name="West">Longitude of the left edge, from -180 to 180.</param>
/// <param name="East">Longitude of the right edge, from -180 to 180; less than <paramref name="West"/> across the antimeridian.</param>
/// <param name="ScaleMetres">The length that the scale bar stands for.</param>
/// <param name="ScaleWidth">The length of the scale bar in the units of the sheet.</param>
public sealed record PositionMap(
    int Width,
    int Height,
    IReadOnlyList<(int X, int Y)> Open,
    IReadOnlyList<(int X, int Y)> Closed,
    int Beyond,
    int Unsound,
    double South,
    double North,
    double West,
    double East,
    double ScaleMetres,
    double ScaleWidth)
{
    const int LongSide = 600;
    const int ShortestSide = 200;
    const double MetresPerDegree = 111_320;

    // About 200 m: what all lies in one point is drawn as a point, not as a city.
    const double LeastSpan = 0.002;

    /// <summary>Draws places in degrees; null when there are none.</summary>
    public static PositionMap? Of(IEnumerable<(double Lat, double Long, bool IsClosed)> places) =>
        Of([.. places.Select(p => new SeenRequest { Id = "", IsClosed = p.IsClosed, HasCoordinates = true, Position = (p.Lat, p.Long) })]);

    /// <summary>Draws the map; null when no request has a sound position.</summary>
    internal static PositionMap? Of(IReadOnlyList<SeenRequest> requests)
    {
        var sound = requests.Where(r => r.Position is { } at && at != (0, 0)).ToList();
        if (sound.Count == 0)
            return null;
        var west = WestOf(sound);
        var points = sound.Select(r => (r.IsClosed, r.Position!.Value.Lat, Long: Unwrapped(r.Position.Value.Long, west))).ToList();
        var lats = Frame([.. points.Select(p => p.Lat).Order()]);
        var longs = Frame([.. points.Select(p => p.Long).Order()]);
        var inside = points.Where(p => p.Lat >= lats.From && p.Lat <= lats.To && p.Long >= longs.From && p.Long <= longs.To).ToList();
        var (south, north) = Bounds(inside.Min(p => p.Lat), inside.Max(p => p.Lat), 1);
        var narrowing = Math.Max(0.01, Math.Cos((south + north) / 2 * Math.PI / 180));
        var (left, right) = Bounds(inside.Min(p => p.Long), inside.Max(p => p.Long), 1 / narrowing);

        var scale = LongSide / Math.Max((right - left) * narrowing, north - south);
        var width = Math.Max(ShortestSide, (int)Math.Ceiling((right - left) * narrowing * scale));
        var height = Math.Max(ShortestSide, (int)Math.Ceiling((north - south) * scale));
        (left, right) = Widened(left, right, width / scale / narrowing);
        (south, north) = Widened(south, north, height / scale);
        var drawn = inside.Select(p => (p.IsClosed, Point: ((int)Math.Round((p.Long - left) * narrowing * scale), (int)Math.Round((north - p.Lat) * scale)))).ToList();
        var metres = Round(width / 4.0 / scale * MetresPerDegree);
        return new PositionMap(
            width,
            height,
            [.. drawn.Where(d => !d.IsClosed).Select(d => d.Point).Distinct()],
            [.. drawn.Where(d => d.IsClosed).Select(d => d.Point).Distinct()],
            points.Count - inside.Count,
            requests.Count(r => r.HasCoordinates) - sound.Count,
            south,
            north,
            Wrapped(left),
            Wrapped(right),
            metres,
            metres / MetresPerDegree * scale);
    }

    // The widest gap between neighbours around the globe is what the map does not show: so no city is torn apart at 180 degrees.
    static double WestOf(List<SeenRequest> sound)
    {
        var longs = sound.Select(r => r.Position!.Value.Long).Order().ToList();
        var (start, widest) = (longs[0], longs[0] + 360 - longs[^1]);
        for (var i = 1; i < longs.Count; i++)
        {
            if (longs[i] - longs[i - 1] > widest)
                (start, widest) = (longs[i], longs[i] - longs[i - 1]);
        }

        return start;
    }

    // What lies far outside the middle 96 of a hundred would shrink the city to a dot.
    static (double From, double To) Frame(List<double> sorted)
    {
        var (low, high) = (sorted[(int)(0.02 * (sorted.Count - 1))], sorted[(int)Math.Ceiling(0.98 * (sorted.Count - 1))]);
        var margin = Math.Max(high - low, LeastSpan);
        return (low - margin, high + margin);
    }

    static (double From, double To) Bounds(double low, double high, double stretch)
    {
        var span = Math.Max(high - low, LeastSpan * stretch) * 1.1;
        return Widened(low, high, span);
    }

    static (double From, double To) Widened(double low, double high, double span)
    {
        var middle = (low + high) / 2;
        return (middle - span / 2, middle + span / 2);
    }

    static double Unwrapped(double @long, double west) => @long < west ? @long + 360 : @long;

    static double Wrapped(double @long) => @long > 180 ? @long - 360 : @long < -180 ? @long + 360 : @long;

    // 1, 2 or 5 times a power of ten, at most what fits.
    static double Round(double metres)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(metres)));
        return (metres / power) switch
        {
            >= 5 => 5 * power,
            >= 2 => 2 * power,
            _ => power,
        };
    }
}
