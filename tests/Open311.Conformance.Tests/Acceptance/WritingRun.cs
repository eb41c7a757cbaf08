using Microsoft.Extensions.Time.Testing;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Posting;
using Open311.Conformance.Running;
using Open311.Conformance.Targets;
using Open311.Conformance.Tests.Posting;
using Open311.Mock.Serving;

namespace Open311.Conformance.Tests.Acceptance;

/// <summary>Judges a city of the mock with consent to post. Time moves a little with every look at the clock, so that tokens resolve without waiting.</summary>
static class WritingRun
{
    static readonly Lazy<ConformanceSuite> suite = new(() => new ConformanceSuite());

    public static async Task<(RunReport Report, CountingSource Wire)> JudgeAsync(
        CityServerOptions options, Func<Target, Target>? adjust = null, IPostJournal? journal = null, CancellationToken cancellation = default)
    {
        var clock = new FakeTimeProvider(CityRun.Now) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(100) };
        await using var city = await CityServer.StartAsync(CityRun.Prepared(options, clock));
        var target = Target(city);
        target = adjust?.Invoke(target) ?? target;
        var settings = new RunSettings { Pause = TimeSpan.Zero, Concurrency = 1 };
        await using var probe = new HttpProbe(settings, clock);
        var wire = new CountingSource(probe);
        return (await suite.Value.RunAsync(target, settings, wire, clock, null, cancellation, journal), wire);
    }

    public static Target Target(CityServer city) => new()
    {
        Endpoint = city.Endpoint,
        Discovery = city.Discovery,
        MultiJurisdiction = city.City.Jurisdictions.Count > 1,
        Jurisdictions = city.City.Jurisdictions.Count > 1 ? [.. city.City.Jurisdictions.Select(j => j.Id)] : [],
        ApiKey = city.City.Keys[0],
        Writes = new WriteOptions { Allowed = true, MaxPosts = 200 },
    };
}
