using Open311.Conformance.Findings;

namespace Open311.Reporting.Fleet;

/// <summary>A root cause found at one target.</summary>
/// <param name="Requirement">The violated requirement.</param>
/// <param name="Statement">The requirement in one sentence; null when the run does not say.</param>
/// <param name="Verdict">Fail or warn.</param>
/// <param name="Headline">What was found there.</param>
public sealed record FleetCause(string Requirement, string? Statement, Verdict Verdict, string Headline);
