namespace Open311.Reporting.Html;

/// <summary>A requirement named in the page.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Anchor">Where the page tells about it; null when it does not.</param>
/// <param name="Statement">The requirement in one sentence; null when the run says nothing about it.</param>
public sealed record RequirementLink(string Id, string? Anchor, string? Statement);
