using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Open311.Conformance.NUnit.Judging;

namespace Open311.Conformance.NUnit;

/// <summary>
/// Certifies an ASP.NET Core app in the same process. The app is hosted by <see cref="WebApplicationFactory{TEntryPoint}"/> on Kestrel at a free loopback
/// port and not on the in-memory server of tests: that one passes objects on, so that nothing could be said about the bytes of an answer.
/// </summary>
/// <typeparam name="TEntryPoint">A type of the app's assembly, usually <c>Program</c>.</typeparam>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Reliability", "CA1001", Justification = "StopAsync disposes of the factory, as NUnit calls it.")]
public abstract class ConformanceTests<TEntryPoint> : ConformanceTests
    where TEntryPoint : class
{
    WebApplicationFactory<TEntryPoint>? factory;

    /// <summary>Certifies what the options say.</summary>
    /// <param name="options">The path of the endpoint in the app, and what is to be known about it.</param>
    protected ConformanceTests(ConformanceOptions options)
        : base(options)
    {
    }

    /// <summary>The app. Override it to give the app a database of its own, or other services.</summary>
    protected virtual WebApplicationFactory<TEntryPoint> CreateFactory() => new();

    /// <inheritdoc/>
    protected override Task<ConformanceOptions> PrepareAsync(ConformanceOptions options)
    {
        factory = CreateFactory();
        // Not UseKestrel(0), which a factory made by WithWebHostBuilder takes for the default port.
        factory.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        factory.StartServer();
        var addresses = factory.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        // An app may listen at ports of its own beside ours.
        var address = addresses.FirstOrDefault(a => a.StartsWith("http://127.0.0.1:", StringComparison.Ordinal)) ?? addresses.FirstOrDefault() ?? throw new InvalidOperationException("The app was started, but listens at no address.");
        return Task.FromResult(OwnApp.At(new Uri(address), options));
    }

    /// <inheritdoc/>
    protected override async Task StopAsync()
    {
        if (factory is not null)
            await factory.DisposeAsync().ConfigureAwait(false);
    }
}
