using Open311.Conformance.Findings;
using Open311.Reporting.Languages;
using Open311.Reporting.Redaction;

namespace Open311.Reporting.Html;

/// <summary>Renders <c>report.html</c>.</summary>
static class HtmlReport
{
    /// <param name="report">Clean, with invisible characters written out.</param>
    /// <param name="mask">Cleans the bodies that are excerpted.</param>
    /// <param name="language">What the page says of its own accord is in it.</param>
    public static async Task<string> OfAsync(RunReport report, SecretMask mask, Language language)
    {
        var view = new PageViewBuilder(report, mask, Phrases.In(language)).Build();
        return await PageRenderer.RenderAsync<ReportPage>(new Dictionary<string, object?> { [nameof(ReportPage.View)] = view }, language);
    }
}
