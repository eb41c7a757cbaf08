using Open311.Mock.Cities;

namespace Open311.Mock.Store;

/// <summary>A service request as the city keeps it.</summary>
internal sealed record ServiceRequest
{
    public required string Id { get; init; }

    public required string Jurisdiction { get; init; }

    public required Service Service { get; init; }

    public bool Closed { get; init; }

    public string StatusNotes { get; init; } = "";

    public string Description { get; init; } = "";

    public required DateTimeOffset Requested { get; init; }

    public required DateTimeOffset Updated { get; init; }

    public DateTimeOffset? Expected { get; init; }

    public string Address { get; init; } = "";

    public string AddressId { get; init; } = "";

    public string Zipcode { get; init; } = "";

    public decimal? Lat { get; init; }

    public decimal? Long { get; init; }

    public string MediaUrl { get; init; } = "";

    /// <summary>The token of a request to a batch service; empty for others.</summary>
    public string Token { get; init; } = "";

    /// <summary>From when the request is public under its id; a token has no id before.</summary>
    public DateTimeOffset Listed { get; init; }

    public string Status => Closed ? "closed" : "open";
}
