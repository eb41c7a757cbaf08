namespace Open311.Mock.Disturbances;

/// <summary>How latencies are distributed.</summary>
internal enum LatencyKind
{
    Fixed,
    Uniform,
    LogNormal,
}
