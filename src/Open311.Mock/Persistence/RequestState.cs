namespace Open311.Mock.Persistence;

/// <summary>A service request as it is written down. What is empty is left out.</summary>
internal sealed record RequestState
{
    public required long Sequence { get; init; }

    public string? Id { get; init; }

    public required string Jurisdiction { get; init; }

    public required string ServiceCode { get; init; }

    public required string ServiceName { get; init; }

    public string? Description { get; init; }

    public required DateTimeOffset Requested { get; init; }

    public required DateTimeOffset Listed { get; init; }

    public DateTimeOffset? Expected { get; init; }

    public string? Address { get; init; }

    public string? AddressId { get; init; }

    public string? Zipcode { get; init; }

    public decimal? Lat { get; init; }

    public decimal? Long { get; init; }

    public string? MediaUrl { get; init; }

    public string? Token { get; init; }

    public IReadOnlyList<EventState>? Course { get; init; }

    public IReadOnlyList<ValuesState>? Attributes { get; init; }

    public IReadOnlyList<ValuesState>? Contact { get; init; }
}
