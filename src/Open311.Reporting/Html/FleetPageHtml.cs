using Open311.Reporting.Fleet;

namespace Open311.Reporting.Html;

/// <summary>Renders <c>index.html</c>.</summary>
static class FleetPageHtml
{
    public static Task<string> OfAsync(FleetReport report) => PageRenderer.RenderAsync<FleetPage>(new Dictionary<string, object?>
    {
        [nameof(FleetPage.Report)] = report,
        [nameof(FleetPage.Style)] = Inline.Of("report.css", "fleet.css"),
    });
}
