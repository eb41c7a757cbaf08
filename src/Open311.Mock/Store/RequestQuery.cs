namespace Open311.Mock.Store;

/// <summary>What of a jurisdiction's requests is asked for, newest first.</summary>
/// <param name="Jurisdiction">The jurisdiction_id.</param>
/// <param name="From">The earliest requested_datetime, included.</param>
/// <param name="To">The latest requested_datetime, included.</param>
/// <param name="Codes">The service_codes; null for all.</param>
/// <param name="Closed">The status; null for both.</param>
/// <param name="Limit">The most that are given.</param>
internal sealed record RequestQuery(
    string Jurisdiction,
    DateTimeOffset From,
    DateTimeOffset To,
    IReadOnlyCollection<string>? Codes,
    bool? Closed,
    int Limit);
