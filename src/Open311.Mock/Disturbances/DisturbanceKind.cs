namespace Open311.Mock.Disturbances;

/// <summary>What can go wrong with an answer that has nothing to do with what it says.</summary>
internal enum DisturbanceKind
{
    /// <summary>A defect of <c>fixtures/faults</c>.</summary>
    Fault,

    /// <summary>Another status, with an error body, in place of an answer.</summary>
    Status,

    /// <summary>The answer comes late.</summary>
    Delay,

    /// <summary>The answer trickles.</summary>
    Dribble,

    /// <summary>The connection closes in place of an answer; what was posted is kept.</summary>
    Drop,

    /// <summary>The connection closes in the middle of the body.</summary>
    Truncate,
}
