using Open311.Reporting.Html;
using Open311.Reporting.Languages;

namespace Open311.Reporting.Comparison;

/// <summary>Renders <c>comparison.html</c>.</summary>
static class ComparisonPageHtml
{
    public static Task<string> OfAsync(BidComparison comparison, Language language) => PageRenderer.RenderAsync<ComparisonPage>(
        new Dictionary<string, object?>
        {
            [nameof(ComparisonPage.Bids)] = comparison,
            [nameof(ComparisonPage.Style)] = Inline.Of("report.css", "comparison.css"),
        },
        language);
}
