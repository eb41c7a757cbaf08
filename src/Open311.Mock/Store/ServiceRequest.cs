using Open311.Mock.Cities;
using Open311.Mock.Life;

namespace Open311.Mock.Store;

/// <summary>A service request as the city keeps it, in the state of one moment.</summary>
internal sealed record ServiceRequest
{
    /// <summary>Unique in the store, and growing: who was kept first has the lower one.</summary>
    public long Sequence { get; init; }

    /// <summary>Empty for a blackbox service.</summary>
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

    /// <summary>What happens to it and when, in order of time; decided when it was made.</summary>
    public IReadOnlyList<LifeEvent> Course { get; init; } = [];

    /// <summary>What was sent and is never published; null when nothing was.</summary>
    public Submission? Submission { get; init; }

    public string Status => Closed ? "closed" : "open";
}
