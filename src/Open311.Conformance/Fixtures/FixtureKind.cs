namespace Open311.Conformance.Fixtures;

/// <summary>What a node of a fixture is.</summary>
public enum FixtureKind
{
    /// <summary>One text, number, boolean or nothing.</summary>
    Scalar,

    /// <summary>A list.</summary>
    Sequence,

    /// <summary>Named fields.</summary>
    Mapping,
}
