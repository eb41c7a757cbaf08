namespace Open311.Conformance.Requirements;

/// <summary>How strongly a document asks.</summary>
public enum Level
{
    /// <summary>A violation fails.</summary>
    Must,

    /// <summary>A violation warns.</summary>
    Should,

    /// <summary>A violation is a note.</summary>
    May,
}
