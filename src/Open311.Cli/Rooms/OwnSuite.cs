using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Posting;
using Open311.Conformance.Replaying;
using Open311.Conformance.Running;
using Open311.Conformance.Targets;
using Open311.Conformance.Walking;

namespace Open311.Cli.Rooms;

/// <summary>The suite over the network.</summary>
/// <param name="rule">Which addresses it may connect to; null for all.</param>
internal sealed class OwnSuite(IAddressRule? rule = null) : ISuite
{
    readonly Lazy<Suite> suite = new(Suite.Load);

    public IReadOnlyList<string> Classes => [.. suite.Value.Catalog.Classes.Select(c => c.Name)];

    public IReadOnlyList<string> Ids => [.. suite.Value.Catalog.Requirements.Select(r => r.Id), .. suite.Value.Cases.All.Select(c => c.Id)];

    public IExchangeSource Open(RunSettings settings, TimeProvider clock) => new HttpProbe(settings, clock, rule);

    public IExchangeSource OpenForRecording(RunSettings settings, TimeProvider clock) => HttpProbe.ForRecording(settings, clock);

    public Task<IReadOnlyList<Exchange>> WalkAsync(RunReport report, WalkBounds bounds, IExchangeSource source, TimeProvider clock, CancellationToken cancellation) =>
        new CityWalk(suite.Value, bounds).WalkAsync(report.Target, report.Settings, source, clock, report.Exchanges, cancellation);

    public Task<RunReport> ReplayAsync(RecordedRun run, CancellationToken cancellation) => Replay.RunAsync(new ConformanceSuite(suite.Value), run, cancellation);

    public Task<RunReport> JudgeAsync(Target target, ForeignRecording recording, DateTimeOffset instant, CancellationToken cancellation) =>
        Replay.RunAsync(new ConformanceSuite(suite.Value), target, recording, instant, cancellation);

    public Task<RunReport> RunAsync(
        Target target, RunSettings settings, IExchangeSource source, TimeProvider clock, IProgress<RunProgress> progress, IPostJournal journal, CancellationToken cancellation) =>
        new ConformanceSuite(suite.Value).RunAsync(target, settings, source, clock, progress, cancellation, journal);
}
