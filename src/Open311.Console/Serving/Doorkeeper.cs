using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Open311.WebConsole.Guarding;
using Open311.WebConsole.Routes;

namespace Open311.WebConsole.Serving;

/// <summary>Stands before every route: who calls, by what name, from where, how much, and whether they mean it.</summary>
internal sealed class Doorkeeper(Desk desk)
{
    const long MostOfForm = 256 * 1024;

    public async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            PageHeaders.Set(context.Response);
            if (await LetsAsync(context))
                await next(context);
            if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed, ContentLength: null, ContentType: null })
                await desk.RefuseAsync(context, "missing", context.Response.StatusCode);
        }
        catch (OperationCanceledException)
        {
            // The visitor left, or the console ends: there is nobody to answer.
            context.Abort();
        }
#pragma warning disable CA1031 // The last line of defence: a page instead of a broken connection. A message may hold what was sent, so its kind is told and no more.
        catch (Exception e)
#pragma warning restore CA1031
        {
            desk.Options.Tell($"The console could not answer {context.Request.Method} {context.GetEndpoint()?.DisplayName ?? "a page"}: {e.GetType().Name}.");
            if (context.Response.HasStarted)
                context.Abort();
            else
                await desk.RefuseAsync(context, "fault", StatusCodes.Status500InternalServerError);
        }
    }

    async Task<bool> LetsAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HostGuard.Lets(request))
        {
            // No page, since whoever sees this is on somebody else's.
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync("This console is only reached by the name or address it was started with, such as http://127.0.0.1.", context.RequestAborted);
            return false;
        }

        var isEntry = request.Path == "/enter" || request.Path == EntryRoutes.StylePath;
        if (!desk.Gate.Knows(request) && !isEntry)
        {
            await EntryRoutes.AskAsync(desk, context, isWrong: false);
            return false;
        }

        return HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || await LetsChangeAsync(context);
    }

    async Task<bool> LetsChangeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method))
            return await RefuseAsync(context, "missing", StatusCodes.Status405MethodNotAllowed);
        if (!OriginGuard.Lets(request))
            return await RefuseAsync(context, "origin", StatusCodes.Status403Forbidden);
        if (!request.HasFormContentType)
            return await RefuseAsync(context, "form", StatusCodes.Status415UnsupportedMediaType);

        // Room for the token and the lines between the parts of a form with a file.
        var most = request.Path == "/verify" ? desk.Options.MostUpload + MostOfForm : MostOfForm;
        if (request.ContentLength > most)
            return await RefuseAsync(context, "large", StatusCodes.Status413PayloadTooLarge);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = most;
        try
        {
            await request.ReadFormAsync(context.RequestAborted);
        }
        catch (BadHttpRequestException e)
        {
            return await RefuseAsync(context, e.StatusCode == StatusCodes.Status413PayloadTooLarge ? "large" : "form", e.StatusCode);
        }
        catch (InvalidDataException)
        {
            return await RefuseAsync(context, "form", StatusCodes.Status400BadRequest);
        }

        return await FormGuard.LetsAsync(context) || await RefuseAsync(context, "stale", StatusCodes.Status400BadRequest);
    }

    async Task<bool> RefuseAsync(HttpContext context, string kind, int status)
    {
        await desk.RefuseAsync(context, kind, status);
        return false;
    }
}
