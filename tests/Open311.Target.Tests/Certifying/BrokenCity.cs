using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Open311.Target.Tests.Certifying;

/// <summary>Breaks the sample app: its XML calls itself a page, and the status filter is not applied.</summary>
sealed class BrokenCity : IStartupFilter
{
    public static void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services => services.AddSingleton<IStartupFilter, BrokenCity>());

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, go) =>
        {
            if (context.Request.Query.ContainsKey("status"))
                context.Request.QueryString = default;
            context.Response.OnStarting(() =>
            {
                if (context.Response.ContentType?.StartsWith("text/xml", StringComparison.Ordinal) == true)
                    context.Response.ContentType = "text/html; charset=utf-8";
                return Task.CompletedTask;
            });
            await go(context);
        });
        next(app);
    };
}
