namespace Open311.Conformance.Posting;

/// <summary>The service that a report is for.</summary>
public enum ServiceWanted
{
    /// <summary>The one most reports of the run are for.</summary>
    Main,

    /// <summary>One with a required attribute.</summary>
    Attributed,

    /// <summary>One of type batch.</summary>
    Batch,

    /// <summary>One of type blackbox.</summary>
    Blackbox,

    /// <summary>One that is not listed.</summary>
    Unknown,
}
