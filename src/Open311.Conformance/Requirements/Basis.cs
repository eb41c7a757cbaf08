namespace Open311.Conformance.Requirements;

/// <summary>Where a requirement stands on.</summary>
public enum Basis
{
    /// <summary>The text or a field table states the rule in words.</summary>
    Explicit,

    /// <summary>Concluded from examples, general rules or necessity, by the ruling given.</summary>
    Inferred,
}
