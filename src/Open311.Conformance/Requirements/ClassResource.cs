namespace Open311.Conformance.Requirements;

/// <summary>Something that must have been exercised before a conformance class can be granted.</summary>
/// <param name="Name">In plain words, such as <c>the service list</c>.</param>
/// <param name="ShownBy">
/// Requirements that touch it: it counts as exercised when one of them has a verdict of pass, info, warn or fail.
/// </param>
/// <param name="Optional">
/// Whether a correct server may have none (no service with further attributes): then "not applicable" satisfies it, too.
/// </param>
public sealed record ClassResource(string Name, IReadOnlyList<string> ShownBy, bool Optional);
