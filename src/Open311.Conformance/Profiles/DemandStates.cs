namespace Open311.Conformance.Profiles;

/// <summary>States by the words that reports use.</summary>
public static class DemandStates
{
    /// <summary><c>met</c>, <c>waived</c>, <c>violated</c>, <c>not-exercised</c>, <c>not-implemented</c>.</summary>
    public static string Word(this DemandState state) => state switch
    {
        DemandState.NotExercised => "not-exercised",
        DemandState.NotImplemented => "not-implemented",
        _ => state.ToString().ToLowerInvariant(),
    };
}
