namespace Open311.Reporting.Bundles;

/// <summary>What became of a finding when it was derived again.</summary>
public enum DifferenceKind
{
    /// <summary>Stored, but not derived.</summary>
    Missing,

    /// <summary>Derived, but not stored.</summary>
    New,

    /// <summary>Both, but not alike.</summary>
    Changed,
}
