namespace Open311.Reporting.Fleet;

/// <summary>How far one of many targets is, and how it ended.</summary>
public enum FleetState
{
    /// <summary>Not judged: its turn has not come, or did not come before the run was stopped.</summary>
    NotStarted,

    /// <summary>No must-requirement is violated.</summary>
    Conforms,

    /// <summary>A must-requirement is violated.</summary>
    Nonconformant,

    /// <summary>Nothing can be said about it.</summary>
    CouldNotTest,
}
