using Open311.Conformance.Findings;

namespace Open311.Reporting.Html;

/// <summary>Requirements not exercised for one reason.</summary>
/// <param name="Verdict">Inconclusive, skipped or not applicable.</param>
/// <param name="Reason">One sentence.</param>
/// <param name="IsForeign">Whether it is English in a page that is not.</param>
/// <param name="Requirements">Which.</param>
public sealed record UntestedView(Verdict Verdict, string Reason, bool IsForeign, IReadOnlyList<RequirementLink> Requirements);
