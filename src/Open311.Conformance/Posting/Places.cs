using System.Globalization;
using Open311.Conformance.Judging;
using Open311.Conformance.Targets;

namespace Open311.Conformance.Posting;

/// <summary>Places inside the service area: the operator's, else those of requests that the city itself lists. No two reports get the same.</summary>
sealed class Places
{
    // A few dozen metres: distinct to a search for duplicates, and still on the same street.
    const decimal Step = 0.00006m;
    const int Rows = 13;
    const int Columns = 11;

    readonly IReadOnlyList<(decimal Lat, decimal Long)> known;
    readonly IReadOnlyList<string> addresses;

    public Places(Survey survey, WriteOptions options)
    {
        known = options.Place is { } place ? [place] : [.. survey.Known.Select(Coordinates).OfType<(decimal, decimal)>().Distinct().Take(Rows * Columns)];
        addresses = options.Address is { } address
            ? [address]
            : [.. survey.Known.Select(i => i.Node.Value("address")).OfType<string>().Where(a => a.Any(char.IsDigit)).Distinct().Take(Rows)];
        AddressId = options.AddressId ?? survey.Known.Select(i => i.Node.Value("address_id")).OfType<string>().FirstOrDefault();
        AddressIsGiven = options.Address is not null;
        PlaceIsGiven = options.Place is not null;
    }

    public bool HasCoordinates => known.Count > 0;

    public bool PlaceIsGiven { get; }

    public bool AddressIsGiven { get; }

    public string? AddressId { get; }

    public string? Address(int number) => addresses.Count == 0 ? null : addresses[number % addresses.Count];

    public (string Lat, string Long) Coordinates(int number)
    {
        var (lat, @long) = known[number % known.Count];
        return (Write(Math.Clamp(lat + (((number * 7 % Columns) - (Columns / 2)) * Step), -90, 90)), Write(Math.Clamp(@long + (((number * 5 % Rows) - (Rows / 2)) * Step), -180, 180)));
    }

    static (decimal Lat, decimal Long)? Coordinates(RequestItem item) =>
        Number(item.Node.Value("lat")) is { } lat and >= -90 and <= 90 && Number(item.Node.Value("long")) is { } @long and >= -180 and <= 180 && (lat, @long) != (0, 0)
            ? (lat, @long)
            : null;

    static decimal? Number(string? text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    static string Write(decimal degrees) => Math.Round(degrees, 6).ToString(CultureInfo.InvariantCulture);
}
