namespace Open311.Mock.Cities;

/// <summary>When a service gives an id (GeoReport v2, GET Service List, <c>type</c>).</summary>
public enum ServiceType
{
    /// <summary>The id comes with the answer to the POST.</summary>
    Realtime,

    /// <summary>A token comes first, the id later.</summary>
    Batch,

    /// <summary>No id is ever given.</summary>
    Blackbox,
}
