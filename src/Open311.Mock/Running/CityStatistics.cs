namespace Open311.Mock.Running;

/// <summary>Counts of a city at one moment.</summary>
/// <param name="Version">Grows with every change of the stored requests, those of the life cycle included.</param>
/// <param name="Now">The city's time.</param>
/// <param name="Total">All requests kept, those without an id included.</param>
/// <param name="WithoutId">Requests that have no id: tokens that still wait, and those to blackbox services.</param>
/// <param name="Counts">Listed requests by jurisdiction, service and status; none is zero.</param>
public sealed record CityStatistics(long Version, DateTimeOffset Now, int Total, int WithoutId, IReadOnlyList<RequestCount> Counts);
