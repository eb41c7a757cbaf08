namespace Open311.Conformance.Preflight;

/// <summary>Whether the target can be tested, and if not, what to do about it.</summary>
/// <param name="State">What was found.</param>
/// <param name="Message">One sentence: what was received.</param>
/// <param name="Advice">What to do next; null when ready.</param>
/// <param name="Notes">Observations that do not stop the run: JSON only, an empty city, clock skew, redirects.</param>
public sealed record PreflightResult(PreflightState State, string Message, string? Advice, IReadOnlyList<string> Notes)
{
    /// <summary>Whether judging can start.</summary>
    public bool IsReady => State == PreflightState.Ready;
}
