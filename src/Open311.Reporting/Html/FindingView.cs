using Open311.Conformance.Findings;
using Open311.Reporting.Excerpts;

namespace Open311.Reporting.Html;

/// <summary>A finding with the evidence beside it.</summary>
/// <param name="Anchor">Its place in the page, such as <c>GR2-REQS-031-xml</c>.</param>
/// <param name="Finding">The finding.</param>
/// <param name="Exchange">The exchange that shows it; null when none does.</param>
/// <param name="Curl">Its request as a shell command.</param>
/// <param name="Excerpt">The body around the place; null without one.</param>
/// <param name="BlockedBy">The violated requirement that kept this one from being exercised.</param>
public sealed record FindingView(
    string Anchor,
    Finding Finding,
    ExchangeView? Exchange,
    string? Curl,
    Excerpt? Excerpt,
    RequirementLink? BlockedBy);
