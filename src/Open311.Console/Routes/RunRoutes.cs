using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Open311.Reporting.Html;
using Open311.WebConsole.Engine;
using Open311.WebConsole.Guarding;
using Open311.WebConsole.Pages;
using Open311.WebConsole.Runs;
using Open311.WebConsole.Serving;

namespace Open311.WebConsole.Routes;

/// <summary>Checks: the form, progress, reports.</summary>
internal sealed class RunRoutes(Desk desk)
{
    readonly string reportPolicy = PageHeaders.ReportPolicy(Inline.Of("report.js").Source);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", context => HomeAsync(desk, context));
        routes.MapGet("/checks", context => LeadAsync(context, "/checks/new"));
        routes.MapGet("/checks/new", context => FormAsync(context, Prefilled(context.Request), null));
        routes.MapPost("/checks", StartAsync);
        routes.MapGet("/runs/{id}", RunAsync);
        routes.MapGet("/runs/{id}/events", EventsAsync);
        routes.MapGet("/runs/{id}/files/{name}", FileAsync);
        routes.MapPost("/runs/{id}/cancel", context =>
        {
            if (Found(context) is not { } row)
                return MissingAsync(context);
            desk.Queue.Cancel(row.Id);
            return LeadAsync(context, $"/runs/{row.Id}");
        });
        routes.MapPost("/runs/{id}/delete", DeleteAsync);
    }

    /// <summary>The list of runs, with what cannot be done with them above it.</summary>
    public static Task HomeAsync(Desk desk, HttpContext context, Refusal? problem = null) => desk.ShowAsync<HomePage>(
        context,
        "checks",
        new()
        {
            [nameof(HomePage.Problem)] = problem,
            [nameof(HomePage.Runs)] = (IReadOnlyList<RunView>)[.. desk.Store.Runs().Select(RunView.Of)],
            [nameof(HomePage.Comparisons)] = (IReadOnlyList<ComparisonView>)[.. desk.Store.Comparisons().Select(c => new ComparisonView(c.Id, c.Created, c.Names))],
            [nameof(HomePage.AtATime)] = desk.Queue.AtATime,
        },
        problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    Task FormAsync(HttpContext context, CheckForm form, Refusal? problem) => desk.ShowAsync<NewCheckPage>(
        context,
        "checks",
        new()
        {
            [nameof(NewCheckPage.Form)] = form with { ApiKey = "", Url = WithoutPassword(form.Url), Discovery = WithoutPassword(form.Discovery) },
            [nameof(NewCheckPage.Problem)] = problem,
            [nameof(NewCheckPage.Classes)] = desk.Options.Checks.Classes,
            [nameof(NewCheckPage.Profiles)] = desk.Options.Checks.Profiles,
            [nameof(NewCheckPage.Prints)] = desk.Options.Checks.Prints,
            [nameof(NewCheckPage.Everywhere)] = desk.Options.Reach.IsEverywhere,
        },
        problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    async Task StartAsync(HttpContext context)
    {
        var sent = await context.Request.ReadFormAsync(context.RequestAborted);
        var form = FormOf(sent);
        try
        {
            Desk.Lead(context, $"/runs/{desk.Queue.Add(desk.Options.Checks.Plan(form))}");
        }
        catch (FormException e)
        {
            await FormAsync(context, form, desk.Told(context, e));
        }
    }

    CheckForm Prefilled(HttpRequest request) => desk.Cities.Find(request.Query["city"]) is { } city
        ? new CheckForm
        {
            Url = city.Server.Endpoint.OriginalString,
            Jurisdiction = city.Server.DemandsJurisdiction ? string.Join(", ", city.Server.City.Jurisdictions.Select(j => j.Id)) : "",
        }
        : new CheckForm();

    static CheckForm FormOf(IFormCollection sent) => new()
    {
        Url = Text(sent, "url"),
        Discovery = Text(sent, "discovery"),
        Jurisdiction = Text(sent, "jurisdiction"),
        ApiKey = Text(sent, "key"),
        Classes = [.. sent["class"].OfType<string>()],
        AllowWrites = sent.ContainsKey("writes"),
        Production = sent.ContainsKey("production"),
        MaxPosts = Text(sent, "posts"),
        ServiceCode = Text(sent, "service"),
        Lat = Text(sent, "lat"),
        Long = Text(sent, "long"),
        Email = Text(sent, "email"),
        Profile = Text(sent, "profile"),
        Language = Text(sent, "language"),
        Pdf = sent.ContainsKey("pdf"),
    };

    // An address with a password in it is refused; the page that says so must not show it either.
    static string WithoutPassword(string url) => Uri.TryCreate(url, UriKind.Absolute, out var read) && read.UserInfo.Length > 0 ? url.Replace(read.UserInfo + "@", "", StringComparison.Ordinal) : url;

    static string Text(IFormCollection sent, string name) => sent[name].ToString().Trim();

    Task RunAsync(HttpContext context)
    {
        if (Found(context) is not { } row)
            return MissingAsync(context);
        var live = desk.Queue.Find(row.Id);
        return desk.ShowAsync<RunPage>(
            context,
            "checks",
            new()
            {
                [nameof(RunPage.Run)] = RunView.Of(row),
                [nameof(RunPage.Progress)] = live?.Run.Progress,
                [nameof(RunPage.Before)] = live?.Before ?? 0,
                [nameof(RunPage.Files)] = (IReadOnlyList<(string, long)>)(row.IsOpen ? [] : [.. RunFiles.In(desk.Folders.Run(row.Id)).Select(f => (f.File.Name, f.Length))]),
            });
    }

    async Task EventsAsync(HttpContext context)
    {
        if (Found(context) is not { } row)
        {
            await MissingAsync(context);
            return;
        }

        var events = new EventStream(context, desk.Options.Clock);
        while (desk.Queue.Find(row.Id) is { } live)
        {
            var next = live.Run.Changed.Next;
            await events.SendAsync("changed");
            await events.WaitAsync(next);
        }

        await events.SendAsync("end");
    }

    async Task FileAsync(HttpContext context)
    {
        var file = RunFiles.All.FirstOrDefault(f => f.Name == (string?)context.Request.RouteValues["name"]);
        if (Found(context) is not { IsOpen: false } row || file is null)
        {
            await MissingAsync(context);
            return;
        }

        var path = Path.Combine(desk.Folders.Run(row.Id).FullName, file.Name);
        if (!File.Exists(path))
        {
            await MissingAsync(context);
            return;
        }

        PageHeaders.SetForFile(context.Response, file.IsPage ? reportPolicy : PageHeaders.FilePolicy, file.Type, file.IsPage ? null : file.Name);
        await context.Response.SendFileAsync(path, context.RequestAborted);
    }

    Task DeleteAsync(HttpContext context)
    {
        if (Found(context) is not { IsOpen: false } row)
            return MissingAsync(context);
        RunFolders.Remove(desk.Folders.Run(row.Id));
        foreach (var comparison in desk.Store.Delete(row.Id))
            RunFolders.Remove(desk.Folders.Comparison(comparison));
        return LeadAsync(context, "/");
    }

    RunRow? Found(HttpContext context) => context.Request.RouteValues["id"] is string id && RowId.IsOne(id) ? desk.Store.Find(id) : null;

    Task MissingAsync(HttpContext context) => desk.RefuseAsync(context, "missing", StatusCodes.Status404NotFound);

    static Task LeadAsync(HttpContext context, string path)
    {
        Desk.Lead(context, path);
        return Task.CompletedTask;
    }
}
