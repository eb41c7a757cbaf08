using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Open311.Reporting.Languages;
using Open311.Reporting.Text;
using Open311.WebConsole.Cities;
using Open311.WebConsole.Engine;
using Open311.WebConsole.Guarding;
using Open311.WebConsole.Pages;
using Open311.WebConsole.Runs;

namespace Open311.WebConsole.Serving;

/// <summary>What every route of the console works with.</summary>
internal sealed class Desk(ConsoleOptions options, PageRenderer renderer, RunStore store, RunFolders folders, RunQueue queue, CityBook cities, TokenGate gate)
{
    public ConsoleOptions Options => options;

    public RunStore Store => store;

    public RunFolders Folders => folders;

    public RunQueue Queue => queue;

    public CityBook Cities => cities;

    public TokenGate Gate => gate;

    /// <summary>Verifying and comparing judge whole runs again: one at a time, so that many visitors cost no more memory than one.</summary>
    public SemaphoreSlim Judging { get; } = new(1);

    /// <summary>Answers with a page.</summary>
    public async Task ShowAsync<TPage>(HttpContext context, string section, Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent
    {
        parameters["Visit"] = new Visit(options.Version, section, FormGuard.Token(context));
        var page = Encoding.UTF8.GetBytes(await renderer.RenderAsync<TPage>(parameters, LanguageOf(context.Request)));
        // The token of the forms sets headers of its own.
        PageHeaders.Set(context.Response);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = page.Length;
        await context.Response.Body.WriteAsync(page, context.RequestAborted);
    }

    /// <summary>Answers that something cannot be done or does not exist.</summary>
    public Task RefuseAsync(HttpContext context, string kind, int status) =>
        ShowAsync<ProblemPage>(context, gate.Knows(context.Request) && HostGuard.Lets(context.Request) ? "checks" : "", new() { [nameof(ProblemPage.Kind)] = kind }, status);

    /// <summary>What was wrong with a form, in the language of the visitor where the console says it.</summary>
    public Refusal Told(HttpContext context, FormException problem) => problem is RefusedException own
        ? new(renderer.In(LanguageOf(context.Request)).Say($"console.refusal.{own.Key}", [.. own.Values]))
        : new(VisibleText.OneLine(problem.Message), IsForeign: true);

    /// <summary>Leads to another page: 303, so that reloading that sends nothing again.</summary>
    public static void Lead(HttpContext context, string path)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = path;
    }

    static Language LanguageOf(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1)
            .Select(l => LanguageTags.Find(l.Value.ToString().Split('-')[0]))
            .FirstOrDefault(l => l is not null) ?? Language.English;
}
