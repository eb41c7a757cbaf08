namespace Open311.Recordings.Storing;

/// <summary>What the suite found of a city when it was recorded.</summary>
/// <param name="RequirementSet">What it was judged by, such as <c>georeport-v2/2026-1</c>.</param>
/// <param name="Outcome">Conformant, Nonconformant or CouldNotTest.</param>
/// <param name="Failed">The must-requirements that were violated.</param>
/// <param name="Warned">The requirements whose violation was tolerated.</param>
public sealed record RecordedVerdict(string RequirementSet, string Outcome, IReadOnlyList<string> Failed, IReadOnlyList<string> Warned);
