using Open311.Conformance.Findings;
using Open311.Reporting.Languages;

namespace Open311.Reporting.Html;

/// <summary>One root cause with what follows from it.</summary>
/// <param name="Anchor">Its place in the page.</param>
/// <param name="Cause">The cause.</param>
/// <param name="Title">What was found; in a page that is not English the requirement, since what was found is told in English.</param>
/// <param name="Requirement">The violated requirement.</param>
/// <param name="First">The telling finding; null when the run names none.</param>
/// <param name="ShownBy">The findings that show it, as places in the page.</param>
/// <param name="Blocked">What could not be exercised because of it.</param>
/// <param name="Exchanges">Numbers of the exchanges that show it, as far as the page lists them.</param>
public sealed record CauseView(
    string Anchor,
    Cause Cause,
    Registered Title,
    RequirementLink Requirement,
    Finding? First,
    IReadOnlyList<RequirementLink> ShownBy,
    IReadOnlyList<RequirementLink> Blocked,
    IReadOnlyList<int> Exchanges);
