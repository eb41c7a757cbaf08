using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Open311.WebConsole.Pages;
using Open311.WebConsole.Serving;

namespace Open311.WebConsole.Routes;

/// <summary>The way in, and what every page is made with.</summary>
internal sealed class EntryRoutes(Desk desk)
{
    readonly byte[] style = Encoding.UTF8.GetBytes(Assets.Style);
    readonly byte[] script = Encoding.UTF8.GetBytes(Assets.Script);

    /// <summary>What is shown to everybody: without it the way in would have no looks.</summary>
    public const string StylePath = "/console.css";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(StylePath, context => SendAsync(context, "text/css; charset=utf-8", style));
        routes.MapGet("/console.js", context => SendAsync(context, "text/javascript; charset=utf-8", script));
        routes.MapGet("/enter", context =>
        {
            Desk.Lead(context, "/");
            return Task.CompletedTask;
        });
        routes.MapPost("/enter", EnterAsync);
    }

    /// <summary>Asks for the token.</summary>
    public static Task AskAsync(Desk desk, HttpContext context, bool isWrong) =>
        desk.ShowAsync<EnterPage>(context, "", new() { [nameof(EnterPage.Wrong)] = isWrong }, StatusCodes.Status401Unauthorized);

    async Task EnterAsync(HttpContext context)
    {
        var sent = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!desk.Gate.IsClosed || desk.Gate.Admit(sent["token"].ToString(), context.Response))
            Desk.Lead(context, "/");
        else
            await AskAsync(desk, context, isWrong: true);
    }

    static async Task SendAsync(HttpContext context, string type, byte[] content)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = content.Length;
        await context.Response.Body.WriteAsync(content, context.RequestAborted);
    }
}
