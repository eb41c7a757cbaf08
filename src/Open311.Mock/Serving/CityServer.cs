using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Open311.Mock.Alterations;
using Open311.Mock.Cities;
using Open311.Mock.Faults;
using Open311.Mock.Fixtures;
using Open311.Mock.Questions;
using Open311.Mock.Running;
using Open311.Mock.Variations;
using Open311.Protocol;

namespace Open311.Mock.Serving;

/// <summary>A city that listens on loopback and answers GeoReport v2 and discovery.</summary>
public sealed class CityServer : IAsyncDisposable
{
    readonly WebApplication host;

    CityServer(WebApplication host, RunningCity city, Uri origin)
    {
        this.host = host;
        Running = city;
        Endpoint = city.Endpoint = new Uri(origin, city.Rules.EndpointPath);
        Discovery = new Uri(origin, $"{city.Rules.DiscoveryPath}/discovery");
    }

    /// <summary>The city served.</summary>
    public City City => Running.City;

    /// <summary>Its clock and its state.</summary>
    public RunningCity Running { get; }

    /// <summary>The base of the API, without a trailing slash.</summary>
    public Uri Endpoint { get; }

    /// <summary>The discovery document, without its extension.</summary>
    public Uri Discovery { get; }

    /// <summary>Starts a city. It answers when the task is done.</summary>
    /// <param name="options">What to serve; the embedded default city when null.</param>
    /// <param name="cancellation">Gives up starting.</param>
    /// <exception cref="FixtureException">The city, a variation or a fault is malformed or unknown.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<CityServer> StartAsync(CityServerOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new CityServerOptions();
        var (altered, named) = Altered(options);
        var city = RunningCity.Open(options.City ?? City.Load(named), new RunningCityOptions
        {
            Time = options.Time,
            Seed = options.Seed,
            Formats = options.Json ? [DataFormat.Xml, DataFormat.Json] : [DataFormat.Xml],
            Altered = altered,
        });
        var handler = new CityHandler(city, new QuestionReader(city.Rules), new AnswerWriter(altered), options.Time);
        var host = Build(options.Port, handler.HandleAsync);
        try
        {
            await host.StartAsync(cancellation);
        }
        catch
        {
            await host.DisposeAsync();
            await city.DisposeAsync();
            throw;
        }

        var origin = new Uri(host.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
        return new CityServer(host, city, origin);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await host.StopAsync(impatient.Token);
        await host.DisposeAsync();
        await Running.DisposeAsync();
    }

    static (AlteredCity Altered, string City) Altered(CityServerOptions options)
    {
        var variations = options.Variations.Count == 0 ? [] : options.Variations.Select(VariationCatalog.Load().Find).ToArray();
        var faults = options.Faults.Count == 0 ? [] : options.Faults.Select(FaultCatalog.Load().Find).ToArray();
        var city = variations.Select(v => v.City).Concat(faults.Select(f => f.City)).FirstOrDefault(c => c is not null);
        return (
            new AlteredCity([.. variations.SelectMany(v => v.Alterations()), .. faults.SelectMany(f => f.Alterations())]),
            city ?? City.DefaultName);
    }

    static WebApplication Build(int port, RequestDelegate handle)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = 64 * 1024;
            kestrel.Limits.MaxRequestHeadersTotalSize = 128 * 1024;
        });
        builder.Logging.ClearProviders();
        var host = builder.Build();
        host.Run(handle);
        return host;
    }
}
