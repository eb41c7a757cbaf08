using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Open311.Reporting.Languages;

namespace Open311.WebConsole.Serving;

/// <summary>Renders components as whole pages, on the server and once: nothing of them lives on in the browser.</summary>
internal sealed class PageRenderer : IAsyncDisposable
{
    readonly Dictionary<Language, ServiceProvider> services = Enum.GetValues<Language>().ToDictionary(language => language, language => new ServiceCollection()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .AddSingleton(Phrases.Including(Assembly.GetExecutingAssembly(), language))
        .BuildServiceProvider());

    /// <summary>What pages say of their own accord.</summary>
    public Phrases In(Language language) => services[language].GetRequiredService<Phrases>();

    /// <summary>Renders one.</summary>
    /// <param name="parameters">Of the component.</param>
    /// <param name="language">Its texts are in it.</param>
    public async Task<string> RenderAsync<TPage>(Dictionary<string, object?> parameters, Language language)
        where TPage : IComponent
    {
        await using var renderer = new HtmlRenderer(services[language], NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var provider in services.Values)
            await provider.DisposeAsync();
    }
}
