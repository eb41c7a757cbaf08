namespace Open311.Conformance.Findings;

/// <summary>Whether a conformance class is granted.</summary>
public enum ClassState
{
    /// <summary>No must violated and every resource of the class exercised.</summary>
    Granted,

    /// <summary>At least one must violated.</summary>
    Refused,

    /// <summary>Not declared, not asked for, or not exercised.</summary>
    NotTested,
}

/// <summary>Class states by the words every report uses.</summary>
public static class ClassStates
{
    /// <summary><c>granted</c>, <c>refused</c>, <c>not-tested</c>.</summary>
    public static string Word(this ClassState state) => state == ClassState.NotTested ? "not-tested" : state.ToString().ToLowerInvariant();
}
