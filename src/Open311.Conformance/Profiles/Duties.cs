namespace Open311.Conformance.Profiles;

/// <summary>Duties by the words of profiles and reports.</summary>
public static class Duties
{
    /// <summary><c>mandatory</c>, <c>recommended</c>, <c>if-implemented</c>.</summary>
    public static string Word(this Duty duty) => duty == Duty.IfImplemented ? "if-implemented" : duty.ToString().ToLowerInvariant();
}
