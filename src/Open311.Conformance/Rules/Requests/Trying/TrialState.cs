namespace Open311.Conformance.Rules.Requests.Trying;

/// <summary>What came of trying something out.</summary>
enum TrialState
{
    /// <summary>It does what it should.</summary>
    Works,

    /// <summary>It does not, and did not when tried again.</summary>
    Broken,

    /// <summary>It could not be tried.</summary>
    Untried,
}
