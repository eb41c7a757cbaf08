namespace Open311.Conformance.Findings;

/// <summary>How a run ended, and so how the command exits.</summary>
public enum RunOutcome
{
    /// <summary>Exit 0: something was exercised and no must is violated.</summary>
    Conformant = 0,

    /// <summary>Exit 1: a must is violated (with <c>--strict</c>, or a should).</summary>
    Nonconformant = 1,

    /// <summary>Exit 3: could not be tested.</summary>
    CouldNotTest = 3,
}
