using System.Collections.Concurrent;
using Open311.Conformance.Requirements;
using Open311.Conformance.Running;
using Open311.Mock.Faults;
using Open311.Mock.Variations;
using Open311.Reporting.Matrix;
using Open311.Selftest.Bench;
using Open311.Selftest.Trials;

namespace Open311.Selftest;

/// <summary>Runs the suite against the embedded city with each defect and each freedom, and tells what came of it.</summary>
public sealed class Selftest
{
    readonly Suite suite = Suite.Load();
    readonly FaultCatalog faults = FaultCatalog.Load();
    readonly VariationCatalog variations = VariationCatalog.Load();

    /// <summary>The requirements judged by.</summary>
    public RequirementCatalog Catalog => suite.Catalog;

    /// <summary>Runs it.</summary>
    /// <param name="options">What of it.</param>
    /// <param name="progress">Told after each run how many are done, and of how many; null for none.</param>
    /// <param name="cancellation">Gives up; throws <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="UnknownTrialException">The options name what does not exist.</exception>
    /// <exception cref="Conformance.Fixtures.FixtureException">A fixture is malformed, or names a requirement that does not exist.</exception>
    public async Task<KillMatrix> RunAsync(SelftestOptions options, Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        var chosen = TrialChoice.Of(options, suite.Catalog, faults, variations);
        var bench = new CityBench(new ConformanceSuite(suite, new SuiteMemory()), faults, variations);
        var correct = new CorrectCities(bench);
        var faultRows = new ConcurrentDictionary<string, FaultRow>();
        var variationRows = new ConcurrentDictionary<string, VariationRow>();
        var done = 0;
        var total = chosen.Faults.Count + chosen.Variations.Count;
        IEnumerable<Func<Task>> runs =
        [
            .. chosen.Faults.Select(f => (Func<Task>)(async () => faultRows[f.Id] = await new FaultTrial(f, suite.Catalog, correct).RunAsync(bench, cancellation))),
            .. chosen.Variations.Select(v => (Func<Task>)(async () => variationRows[v.Id] = await new VariationTrial(v, correct).RunAsync(bench, cancellation))),
        ];
        await Parallel.ForEachAsync(runs, new ParallelOptions { MaxDegreeOfParallelism = options.Parallel, CancellationToken = cancellation }, async (run, _) =>
        {
            await run();
            progress?.Invoke(Interlocked.Increment(ref done), total);
        });
        return new KillMatrix
        {
            ToolVersion = SuiteVersion.Of(typeof(Suite).Assembly),
            RequirementSet = suite.Catalog.Version,
            Part = chosen.Part,
            Faults = [.. chosen.Faults.Select(f => faultRows[f.Id])],
            Variations = [.. chosen.Variations.Select(v => variationRows[v.Id])],
            Requirements = Coverage.Of(suite.Catalog, faults, Exceptions.Load(suite.Catalog)),
        };
    }
}
