using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Open311.Benchmarks.Load;

/// <summary>A bare ASP.NET Core endpoint that answers the same bytes: what the machine can do at best.</summary>
internal static class BareServer
{
    public static async Task RunAsync(string folder, int port)
    {
        var answers = Scene.Read(folder).ToDictionary(a => $"{Scene.BasePath}/{a.Target}", a => a);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
        });
        builder.Logging.ClearProviders();
        await using var host = builder.Build();
        var posted = System.Text.Encoding.UTF8.GetBytes(Scene.Posted);
        host.Run(async context =>
        {
            // A POST is read to its end and answered with what a created request looks like.
            if (HttpMethods.IsPost(context.Request.Method))
                await context.Request.Body.CopyToAsync(Stream.Null);
            var answer = answers.GetValueOrDefault(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
            var body = answer?.Body ?? posted;
            context.Response.ContentType = answer?.Type ?? "application/json; charset=utf-8";
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body);
        });
        await host.RunAsync();
    }
}
