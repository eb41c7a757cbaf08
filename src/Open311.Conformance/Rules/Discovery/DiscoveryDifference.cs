namespace Open311.Conformance.Rules.Discovery;

/// <summary>One thing that the two discovery documents say differently.</summary>
/// <param name="Field">The field, with its endpoint where it belongs to one.</param>
/// <param name="Xml">What XML says; null for nothing.</param>
/// <param name="Json">What JSON says; null for nothing.</param>
/// <param name="Extra">Whether it is a field that the specification does not define.</param>
/// <param name="Cause">The requirement whose violation explains it, if one does.</param>
sealed record DiscoveryDifference(string Field, string? Xml, string? Json, bool Extra = false, string? Cause = null);
