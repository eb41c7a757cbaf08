using Open311.Conformance.Findings;
using Open311.Reporting.Languages;

namespace Open311.Reporting.Html;

/// <summary>A conformance class as the page shows it.</summary>
/// <param name="Result">What the run says about it.</param>
/// <param name="Title">In the language of the page.</param>
/// <param name="IsForeign">Whether the title is English in a page that is not.</param>
/// <param name="Why">Why it was granted, refused or not tested.</param>
/// <param name="Failed">The violated must-requirements.</param>
public sealed record ClassView(ClassResult Result, string Title, bool IsForeign, Registered Why, IReadOnlyList<RequirementLink> Failed);
