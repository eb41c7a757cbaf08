using Microsoft.Extensions.Time.Testing;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Requirements;
using Open311.Conformance.Running;
using Open311.Conformance.Targets;
using Open311.Mock.Faults;
using Open311.Mock.Serving;
using Open311.Mock.Variations;

namespace Open311.Conformance.Tests.Acceptance;

/// <summary>Judges a city of the mock over loopback, at a fixed instant.</summary>
static class CityRun
{
    /// <summary>The instant of every such run.</summary>
    public static readonly DateTimeOffset Now = new(2026, 6, 15, 10, 0, 0, TimeSpan.Zero);

    /// <summary>The requirements.</summary>
    public static RequirementCatalog Catalog { get; } = RequirementCatalog.Load();

    static readonly Lazy<ConformanceSuite> suite = new(() => new ConformanceSuite());
    static readonly Lazy<FaultCatalog> faults = new(FaultCatalog.Load);
    static readonly Lazy<VariationCatalog> variations = new(VariationCatalog.Load);

    /// <summary>Catalogues that are read once, and a journal that nobody reads.</summary>
    public static CityServerOptions Prepared(CityServerOptions options, TimeProvider clock) =>
        options with { Time = clock, JournalEntries = 0, KnownFaults = faults.Value, KnownVariations = variations.Value };

    public static async Task<RunReport> JudgeAsync(CityServerOptions options, Func<Target, Target>? adjust = null, TimeProvider? clock = null)
    {
        clock ??= new FakeTimeProvider(Now);
        await using var city = await CityServer.StartAsync(Prepared(options, clock));
        var target = new Target { Endpoint = city.Endpoint, Discovery = city.Discovery };
        if (city.City.Jurisdictions.Count > 1)
            target = target with { MultiJurisdiction = true, Jurisdictions = [.. city.City.Jurisdictions.Select(j => j.Id)] };
        target = adjust?.Invoke(target) ?? target;
        var settings = new RunSettings { Pause = TimeSpan.Zero, Concurrency = 1, Timeout = TimeSpan.FromMinutes(2) };
        await using var probe = new HttpProbe(settings, clock);
        return await suite.Value.RunAsync(target, settings, probe, clock);
    }

    /// <summary>Violations, one line each.</summary>
    public static IReadOnlyList<string> Violations(RunReport report, Verdict worst = Verdict.Warn) =>
    [
        .. report.Findings
            .Where(f => f.Verdict == Verdict.Fail || f.Verdict == worst)
            .Select(f => $"{f.Verdict.Word()} {f.Requirement.Id} {f.Format}: {f.Message}{(f.BlockedBy is { } root ? $" (follows from {root})" : "")}"),
    ];
}
