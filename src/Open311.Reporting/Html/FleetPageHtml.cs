using Open311.Reporting.Fleet;
using Open311.Reporting.Languages;

namespace Open311.Reporting.Html;

/// <summary>Renders <c>index.html</c>.</summary>
static class FleetPageHtml
{
    public static Task<string> OfAsync(FleetReport report, Language language = Language.English) => PageRenderer.RenderAsync<FleetPage>(new Dictionary<string, object?>
    {
        [nameof(FleetPage.Report)] = report,
        [nameof(FleetPage.Style)] = Inline.Of("report.css", "fleet.css"),
    }, language);
}
