using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
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
        await using var services = new ServiceCollection()
            .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
            .BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var page = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(ReportPage.View)] = view });
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<ReportPage>(page)).ToHtmlString().ReplaceLineEndings("\n"));
    }
}
