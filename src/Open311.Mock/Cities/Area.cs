namespace Open311.Mock.Cities;

/// <summary>A box in WGS84 decimal degrees.</summary>
/// <param name="South">Least lat.</param>
/// <param name="North">Greatest lat.</param>
/// <param name="West">Least long.</param>
/// <param name="East">Greatest long.</param>
public sealed record Area(decimal South, decimal North, decimal West, decimal East);
