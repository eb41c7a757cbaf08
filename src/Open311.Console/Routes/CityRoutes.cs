using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Open311.Reporting.Text;
using Open311.WebConsole.Cities;
using Open311.WebConsole.Engine;
using Open311.WebConsole.Pages;
using Open311.WebConsole.Serving;

namespace Open311.WebConsole.Routes;

/// <summary>Mock cities: opening, looking on, closing.</summary>
internal sealed class CityRoutes(Desk desk)
{
    static readonly TimeSpan glance = TimeSpan.FromMilliseconds(500);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/cities", context => ListAsync(context, new CityForm(), null));
        routes.MapPost("/cities", StartAsync);
        routes.MapGet("/cities/{id}", CityAsync);
        routes.MapGet("/cities/{id}/events", EventsAsync);
        routes.MapPost("/cities/{id}/stop", async context =>
        {
            await desk.Cities.StopAsync((string?)context.Request.RouteValues["id"]);
            Desk.Lead(context, "/cities");
        });
    }

    Task ListAsync(HttpContext context, CityForm form, Refusal? problem) => desk.ShowAsync<CitiesPage>(
        context,
        "cities",
        new()
        {
            [nameof(CitiesPage.Form)] = form,
            [nameof(CitiesPage.Problem)] = problem,
            [nameof(CitiesPage.Open)] = (IReadOnlyList<CityView>)[.. desk.Cities.All.Select(CityView.Of)],
            [nameof(CitiesPage.Dialects)] = (IReadOnlyList<(string, string)>)[.. desk.Cities.Dialects.Select(d => (d.Id, d.Title))],
            [nameof(CitiesPage.Faults)] = (IReadOnlyList<(string, string)>)[.. desk.Cities.Faults.Select(f => (f.Id, f.Title)).OrderBy(f => f.Id, StringComparer.Ordinal)],
        },
        problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    async Task StartAsync(HttpContext context)
    {
        var sent = await context.Request.ReadFormAsync(context.RequestAborted);
        var form = new CityForm(sent["city"].ToString(), sent["dialect"].ToString(), sent["faults"].ToString());
        try
        {
            Desk.Lead(context, $"/cities/{await desk.Cities.StartAsync(form, context.RequestAborted)}");
        }
        catch (FormException e)
        {
            await ListAsync(context, form, desk.Told(context, e));
        }
    }

    Task CityAsync(HttpContext context)
    {
        if (Found(context) is not { } city)
            return desk.RefuseAsync(context, "no-city", StatusCodes.Status404NotFound);
        var query = context.Request.Query;
        var filter = new CallFilter(VisibleText.OneLine(query["resource"].ToString()), VisibleText.OneLine(query["finding"].ToString()), VisibleText.OneLine(query["client"].ToString()));
        List<CallView> calls = [.. city.Server.Journal.Entries.Reverse().Select(CallView.Of)];
        return desk.ShowAsync<CityPage>(
            context,
            "cities",
            new()
            {
                [nameof(CityPage.City)] = CityView.Of(city),
                [nameof(CityPage.Filter)] = filter,
                [nameof(CityPage.Calls)] = (IReadOnlyList<CallView>)[.. calls.Where(filter.Lets)],
                [nameof(CityPage.Findings)] = (IReadOnlyList<string>)[.. calls.SelectMany(c => c.Findings).Select(f => f.Requirement).Distinct().Order(StringComparer.Ordinal)],
                [nameof(CityPage.Clients)] = (IReadOnlyList<string>)[.. calls.Select(c => c.Client).Distinct().Order(StringComparer.Ordinal)],
            });
    }

    async Task EventsAsync(HttpContext context)
    {
        if (Found(context) is not { } city)
        {
            await desk.RefuseAsync(context, "no-city", StatusCodes.Status404NotFound);
            return;
        }

        var events = new EventStream(context, desk.Options.Clock);
        (long, int)? told = null;
        while (desk.Cities.Find(city.Id) is not null)
        {
            // A journal tells nobody that it has grown: it is looked at, as long as somebody looks on.
            var state = city.State;
            if (told != state)
                await events.SendAsync("changed");
            told = state;
            await events.WaitAsync(Task.Delay(glance, desk.Options.Clock, context.RequestAborted));
        }

        await events.SendAsync("end");
    }

    RunningMock? Found(HttpContext context) => desk.Cities.Find((string?)context.Request.RouteValues["id"]);
}
