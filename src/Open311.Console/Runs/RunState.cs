namespace Open311.WebConsole.Runs;

/// <summary>How far a run is.</summary>
internal enum RunState
{
    /// <summary>It waits for its turn.</summary>
    Queued,

    /// <summary>It goes on.</summary>
    Running,

    /// <summary>It went to its end.</summary>
    Done,

    /// <summary>Somebody cancelled it; there may be a report of what was done.</summary>
    Cancelled,

    /// <summary>The tool failed; nothing is said about the endpoint.</summary>
    Failed,

    /// <summary>The console ended while it went on.</summary>
    Interrupted,
}
