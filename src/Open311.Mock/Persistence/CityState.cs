namespace Open311.Mock.Persistence;

/// <summary>All that a running city cannot make up again, as it is written down.</summary>
internal sealed record CityState
{
    public const string CurrentSchema = "open311-city-state/1";

    public required string Schema { get; init; }

    /// <summary>The name of the city.</summary>
    public required string City { get; init; }

    public required ClockState Clock { get; init; }

    /// <summary>The sequence of the next request.</summary>
    public required long Next { get; init; }

    public required IReadOnlyList<RequestState> Requests { get; init; }
}
