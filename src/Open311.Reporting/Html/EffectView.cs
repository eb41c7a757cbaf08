namespace Open311.Reporting.Html;

/// <summary>What a group of violations means for residents and apps.</summary>
/// <param name="Text">In plain words.</param>
/// <param name="IsForeign">Whether it is English in a page that is not.</param>
/// <param name="Requirements">The violated requirements.</param>
public sealed record EffectView(string Text, bool IsForeign, IReadOnlyList<RequirementLink> Requirements);
