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
using Open311.Mock.Answers;
using Open311.Mock.Cities;
using Open311.Mock.Faults;
using Open311.Mock.Fixtures;
using Open311.Mock.Generation;
using Open311.Mock.Questions;
using Open311.Mock.Store;
using Open311.Mock.Variations;

namespace Open311.Mock.Serving;

/// <summary>A city that listens on loopback and answers GeoReport v2 and discovery.</summary>
public sealed class CityServer : IAsyncDisposable
{
    readonly WebApplication host;

    CityServer(WebApplication host, City city, Uri origin, CityRules rules)
    {
        this.host = host;
        City = city;
        Endpoint = new Uri(origin, rules.EndpointPath);
        Discovery = new Uri(origin, $"{rules.DiscoveryPath}/discovery");
    }

    /// <summary>The city served.</summary>
    public City City { get; }

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
        var city = altered.Change(options.City ?? City.Load(named));
        var rules = altered.Change(new CityRules { Json = options.Json });
        var store = new RequestStore(new RequestGenerator(city, options.Seed, options.Time.GetUtcNow()).Generate());
        Uri? origin = null;
        var desk = new CityDesk(city, store, rules, options.Time, () => new Uri(origin!, rules.EndpointPath));
        var handler = new CityHandler(new QuestionReader(rules), desk, altered, new AnswerWriter(altered), options.Time);
        var host = Build(options.Port, handler.HandleAsync);
        try
        {
            await host.StartAsync(cancellation);
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }

        origin = new Uri(host.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
        return new CityServer(host, city, origin, rules);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await host.StopAsync(impatient.Token);
        await host.DisposeAsync();
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
