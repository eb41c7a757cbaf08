using Open311.Conformance.Findings;
using Open311.Reporting.Redaction;

namespace Open311.Reporting.Html;

/// <summary>Renders <c>report.html</c>.</summary>
static class HtmlReport
{
    /// <param name="report">Clean, with invisible characters written out.</param>
    /// <param name="mask">Cleans the bodies that are excerpted.</param>
    public static async Task<string> OfAsync(RunReport report, SecretMask mask)
    {
        var view = new PageViewBuilder(report, mask).Build();
        return await PageRenderer.RenderAsync<ReportPage>(new Dictionary<string, object?> { [nameof(ReportPage.View)] = view });
    }
}
