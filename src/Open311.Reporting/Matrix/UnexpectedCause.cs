namespace Open311.Reporting.Matrix;

/// <summary>A cause that none of the requirements has a part in that a defect names.</summary>
/// <param name="Requirement">The requirement at its root.</param>
/// <param name="Headline">What was said.</param>
/// <param name="Fired">All that was complained of under it.</param>
public sealed record UnexpectedCause(string Requirement, string Headline, IReadOnlyList<FiredRequirement> Fired);
