using Open311.Conformance.Findings;
using Open311.Conformance.Running;
using Open311.Conformance.Targets;

namespace Open311.Conformance.Replaying;

/// <summary>Judges a recorded run again, without a network.</summary>
public static class Replay
{
    // More would only hold more trees at a time.
    const int MostAtATime = 8;

    /// <summary>What can be said of a target from what others recorded of it.</summary>
    /// <param name="suite">What judges.</param>
    /// <param name="target">The target.</param>
    /// <param name="recording">The recording.</param>
    /// <param name="instant">The instant to judge dates by.</param>
    /// <param name="cancellation">Ends it.</param>
    public static Task<RunReport> RunAsync(ConformanceSuite suite, Target target, ForeignRecording recording, DateTimeOffset instant, CancellationToken cancellation = default) =>
        suite.RunAsync(target, new RunSettings { Concurrency = 1 }, recording, new StoppedClock(instant), cancellation: cancellation);

    /// <summary>The report that the recorded exchanges, clock and seed give.</summary>
    /// <param name="suite">What judges.</param>
    /// <param name="run">What was recorded.</param>
    /// <param name="cancellation">Ends it; the report then says that it is incomplete.</param>
    public static async Task<RunReport> RunAsync(ConformanceSuite suite, RecordedRun run, CancellationToken cancellation = default)
    {
        // As a run does it: what is found depends on the exchanges alone, whichever case came first.
        var settings = run.Settings with { Concurrency = Math.Min(Environment.ProcessorCount, MostAtATime) };
        var report = await suite.RunAsync(run.Target, settings, new RecordedRunExchanges(run), new StoppedClock(run.Started), cancellation: cancellation).ConfigureAwait(false);
        return report with
        {
            Settings = run.Settings,
            TargetName = run.TargetName,
            Finished = run.Finished,
        };
    }
}
