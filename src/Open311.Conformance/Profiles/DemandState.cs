namespace Open311.Conformance.Profiles;

/// <summary>What became of a demand.</summary>
public enum DemandState
{
    /// <summary>Exercised, and as asked for.</summary>
    Met,

    /// <summary>Violated, but the buyer puts up with it.</summary>
    Waived,

    /// <summary>Violated.</summary>
    Violated,

    /// <summary>Could not be exercised.</summary>
    NotExercised,

    /// <summary>Not offered, and not asked of those who do not offer it.</summary>
    NotImplemented,
}
