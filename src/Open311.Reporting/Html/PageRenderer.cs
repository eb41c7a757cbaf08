using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Open311.Reporting.Languages;

namespace Open311.Reporting.Html;

/// <summary>Renders a component as a page of its own.</summary>
static class PageRenderer
{
    /// <param name="parameters">Of the component.</param>
    /// <param name="language">Its components find the texts of this language as <c>T</c>.</param>
    public static async Task<string> RenderAsync<TPage>(Dictionary<string, object?> parameters, Language language = Language.English)
        where TPage : IComponent
    {
        await using var services = new ServiceCollection()
            .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
            .AddSingleton(Phrases.In(language))
            .BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters))).ToHtmlString().ReplaceLineEndings("\n"));
    }
}
