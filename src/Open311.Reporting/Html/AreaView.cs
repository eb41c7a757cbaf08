using Open311.Conformance.Findings;
using Open311.Reporting.Languages;

namespace Open311.Reporting.Html;

/// <summary>The findings of one area.</summary>
/// <param name="Anchor">Its place in the page.</param>
/// <param name="Title">In plain words.</param>
/// <param name="Violations">What fails or warns, the gravest first.</param>
/// <param name="Others">Everything else, in the order of the register.</param>
public sealed record AreaView(string Anchor, string Title, IReadOnlyList<FindingView> Violations, IReadOnlyList<FindingView> Others)
{
    /// <summary>Such as <c>2 fail, 1 warn, 14 pass</c>.</summary>
    public string Counts(Phrases phrases) => Count(Violations.Concat(Others), phrases);

    /// <summary>How many findings there are of each verdict.</summary>
    public static string Count(IEnumerable<FindingView> findings, Phrases phrases) => string.Join(", ", findings
        .GroupBy(f => f.Finding.Verdict)
        .OrderBy(g => Gravity(g.Key))
        .Select(g => $"{g.Count()} {phrases[$"verdict.{g.Key.Word()}"]}"));

    /// <summary>Fail before warn before the rest.</summary>
    public static int Gravity(Verdict verdict) => verdict switch
    {
        Verdict.Fail => 0,
        Verdict.Warn => 1,
        Verdict.Inconclusive => 2,
        Verdict.Skipped => 3,
        Verdict.NotApplicable => 4,
        Verdict.Info => 5,
        _ => 6,
    };
}
