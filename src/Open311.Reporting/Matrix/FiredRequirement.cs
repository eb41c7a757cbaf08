using Open311.Conformance.Findings;

namespace Open311.Reporting.Matrix;

/// <summary>A requirement that a run complained of.</summary>
/// <param name="Requirement">Its id.</param>
/// <param name="Verdict">The gravest verdict of its findings.</param>
public sealed record FiredRequirement(string Requirement, Verdict Verdict);
