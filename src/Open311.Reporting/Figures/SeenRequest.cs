using Open311.Protocol.Dates;
using Open311.Protocol.Documents;

namespace Open311.Reporting.Figures;

/// <summary>A service request that the run saw: whether it has certain fields, and where it is. No text of it is kept but its id.</summary>
sealed record SeenRequest
{
    public required string Id { get; init; }

    public bool IsClosed { get; init; }

    public bool HasAddress { get; init; }

    public bool HasDescription { get; init; }

    public bool HasStatusNotes { get; init; }

    public bool HasPhoto { get; init; }

    /// <summary>Whether both lat and long have a value, sound or not.</summary>
    public bool HasCoordinates { get; init; }

    /// <summary>The position, where lat and long are numbers in the range of degrees.</summary>
    public (double Lat, double Long)? Position { get; init; }

    /// <summary>From requested_datetime to updated_datetime of a closed request; null when either is missing or they run backwards.</summary>
    public TimeSpan? TimeToClose { get; init; }

    /// <summary>Reads one; null for what has no id.</summary>
    public static SeenRequest? Of(Node node)
    {
        if (node.Value("service_request_id") is not { } id)
            return null;
        var isClosed = node.Value("status") is { } status && status.Equals("closed", StringComparison.OrdinalIgnoreCase);
        var (lat, @long) = (node.Value("lat"), node.Value("long"));
        return new SeenRequest
        {
            Id = id,
            IsClosed = isClosed,
            HasAddress = node.Value("address") is not null,
            HasDescription = node.Value("description") is not null,
            HasStatusNotes = node.Value("status_notes") is not null,
            HasPhoto = node.Value("media_url") is not null,
            HasCoordinates = lat is not null && @long is not null,
            Position = Degrees(lat, 90) is { } south && Degrees(@long, 180) is { } east ? (south, east) : null,
            TimeToClose = isClosed && Instant(node, "requested_datetime") is { } from && Instant(node, "updated_datetime") is { } to && to >= from ? to - from : null,
        };
    }

    static double? Degrees(string? text, double most) =>
        double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most ? degrees : null;

    static DateTimeOffset? Instant(Node node, string field) =>
        node.Value(field) is { } text && W3CDateTime.TryRead(text, out var value) ? value.Instant : null;
}
