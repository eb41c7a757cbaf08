using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Open311.Mock.Disturbances;
using Open311.Mock.Fixtures;
using Open311.Mock.Running;
using Open311.Mock.Serving;

namespace Open311.Mock.Admin;

/// <summary>The administration of a city, beside what it serves: no part of GeoReport, and closed to web pages.</summary>
internal sealed class AdminHandler
{
    readonly string prefix;
    readonly AdminGate gate;
    readonly IReadOnlyList<AdminRoute> routes;

    public AdminHandler(ServerParts parts)
    {
        prefix = parts.Options.AdminPath.TrimEnd('/');
        gate = new AdminGate(parts.Options.AdminToken);
        routes = [.. AdminRoutes.Of(parts)];
    }

    public bool Serves(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        return path.StartsWith(prefix, StringComparison.Ordinal) && (path.Length == prefix.Length || path[prefix.Length] == '/');
    }

    public async Task HandleAsync(HttpContext context)
    {
        AdminReply reply;
        try
        {
            gate.Check(context);
            reply = await AnswerAsync(new AdminCall(context.Request, (context.Request.Path.Value ?? "")[prefix.Length..].Trim('/')));
        }
        catch (AdminRefusal refusal)
        {
            reply = Error(refusal.Status, refusal.Message);
        }
        catch (Exception e) when (e is CityException or DisturbanceException or FixtureException or ArgumentOutOfRangeException)
        {
            reply = Error(400, e is ArgumentOutOfRangeException range ? range.Message.Split(" (Parameter")[0] : e.Message);
        }
        catch (Exception e) when (e is IOException && e is not BadHttpRequestException || e is OperationCanceledException)
        {
            return;
        }

        var response = context.Response;
        response.StatusCode = reply.Status;
        response.ContentType = reply.Type;
        response.ContentLength = reply.Body.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(reply.Body, context.RequestAborted);
    }

    async Task<AdminReply> AnswerAsync(AdminCall call)
    {
        var there = routes.Where(r => r.Matches(call.Path)).ToArray();
        if (there.Length == 0)
            throw new AdminRefusal(404, $"There is nothing to administer at this path; {prefix}/openapi.json tells what there is.");
        var method = call.Method == "HEAD" ? "GET" : call.Method;
        var route = there.FirstOrDefault(r => r.Method == method)
            ?? throw new AdminRefusal(405, $"The method is not allowed here; allowed are {string.Join(", ", there.Select(r => r.Method))}.");
        return await route.Answer(call);
    }

    static AdminReply Error(int status, string message) => AdminReply.Of(new JsonObject { ["error"] = message }, status);
}
