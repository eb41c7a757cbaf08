namespace Open311.Reporting.Html;

/// <summary>What a group of violations means for residents and apps.</summary>
/// <param name="Text">In plain words.</param>
/// <param name="Requirements">The violated requirements.</param>
public sealed record EffectView(string Text, IReadOnlyList<RequirementLink> Requirements);
