using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Posting;
using Open311.Conformance.Replaying;
using Open311.Conformance.Running;
using Open311.Conformance.Targets;
using Open311.Conformance.Walking;

namespace Open311.Cli.Rooms;

/// <summary>The suite and its probe.</summary>
internal interface ISuite
{
    /// <summary>The names of the conformance classes, in the order of the register.</summary>
    IReadOnlyList<string> Classes { get; }

    /// <summary>The ids of requirements and cases, which globs choose from.</summary>
    IReadOnlyList<string> Ids { get; }

    /// <summary>Opens the network for one run; the caller closes it if it can be closed.</summary>
    IExchangeSource Open(RunSettings settings, TimeProvider clock);

    /// <summary>Opens the network for recording: bodies are kept as they were coded, too.</summary>
    IExchangeSource OpenForRecording(RunSettings settings, TimeProvider clock) => Open(settings, clock);

    /// <summary>Asks a city what its clients will ask beyond what was asked before.</summary>
    /// <param name="report">What was asked before, of whom and how.</param>
    /// <param name="bounds">How far to go.</param>
    /// <param name="source">Where exchanges come from.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellation">Ends it.</param>
    Task<IReadOnlyList<Exchange>> WalkAsync(RunReport report, WalkBounds bounds, IExchangeSource source, TimeProvider clock, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Exchange>>([]);

    /// <summary>Judges a recorded run again, without a network.</summary>
    Task<RunReport> ReplayAsync(RecordedRun run, CancellationToken cancellation);

    /// <summary>Judges what others recorded of a target.</summary>
    Task<RunReport> JudgeAsync(Target target, ForeignRecording recording, DateTimeOffset instant, CancellationToken cancellation);

    /// <summary>Judges a target; a cancelled run still gives a report, marked incomplete.</summary>
    Task<RunReport> RunAsync(
        Target target, RunSettings settings, IExchangeSource source, TimeProvider clock, IProgress<RunProgress> progress, IPostJournal journal, CancellationToken cancellation);
}
