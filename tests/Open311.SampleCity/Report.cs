namespace Open311.SampleCity;

/// <summary>A service request.</summary>
sealed record Report(string Id, Service Service, string Description, decimal? Lat, decimal? Long, string? Address, DateTimeOffset Requested, DateTimeOffset? Closed)
{
    public string Status => Closed is null ? "open" : "closed";

    public DateTimeOffset Updated => Closed ?? Requested;
}
