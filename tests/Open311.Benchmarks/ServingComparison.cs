using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Open311.Mock;

namespace Open311.Benchmarks;

/// <summary>
/// Serves a mock city and, beside it, a bare ASP.NET Core endpoint that answers the same bytes, until it is interrupted: <c>load.sh</c> puts
/// load on both in one run.
/// </summary>
internal static class ServingComparison
{
    public static async Task RunAsync()
    {
        await using var city = await MockCity.StartAsync(o => o.City = Environment.GetEnvironmentVariable("OPEN311_CITY"));
        using var client = new HttpClient();
        string[] targets = ["services.json", "requests.xml?service_code=001&status=open", "requests.xml"];
        var bodies = new Dictionary<string, (byte[] Body, string Type)>();
        foreach (var target in targets)
        {
            using var answer = await client.GetAsync(new Uri($"{city.Endpoint}/{target}"));
            bodies[$"{city.Endpoint.AbsolutePath}/{target}"] = (await answer.Content.ReadAsByteArrayAsync(), answer.Content.Headers.ContentType!.ToString());
        }

        await using var bare = await BareAsync(bodies);
        var origin = new Uri(bare.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
        var form = string.Join('&', city.SampleForm.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"));
        Console.WriteLine(JsonSerializer.Serialize(new { city = city.Endpoint, bare = new Uri(origin, city.Endpoint.AbsolutePath), targets, form, admin = city.Admin }));
        var stopped = new TaskCompletionSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stopped.TrySetResult();
        };
        await stopped.Task;
    }

    static async Task<WebApplication> BareAsync(Dictionary<string, (byte[] Body, string Type)> bodies)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.AddServerHeader = false;
        });
        builder.Logging.ClearProviders();
        var host = builder.Build();
        host.Run(async context =>
        {
            // A POST is read to its end and answered with what a created request looks like.
            if (HttpMethods.IsPost(context.Request.Method))
                await context.Request.Body.CopyToAsync(Stream.Null);
            var (body, type) = bodies.GetValueOrDefault(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, ("[{\"service_request_id\":\"1\"}]"u8.ToArray(), "application/json; charset=utf-8"));
            context.Response.ContentType = type;
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body);
        });
        await host.StartAsync();
        return host;
    }
}
