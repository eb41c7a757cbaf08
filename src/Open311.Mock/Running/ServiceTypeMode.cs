namespace Open311.Mock.Running;

/// <summary>What type all services of a city are given.</summary>
public enum ServiceTypeMode
{
    /// <summary>All give an id at once.</summary>
    Realtime,

    /// <summary>All give a token first.</summary>
    Batch,

    /// <summary>None ever gives an id.</summary>
    Blackbox,

    /// <summary>All three types occur, in the city's own mixture where it has them all.</summary>
    Mixed,
}
