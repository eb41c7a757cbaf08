using Open311.Conformance.Findings;
using Open311.Conformance.Running;

namespace Open311.Conformance.Replaying;

/// <summary>Judges a recorded run again, without a network.</summary>
public static class Replay
{
    /// <summary>The report that the recorded exchanges, clock and seed give.</summary>
    /// <param name="suite">What judges.</param>
    /// <param name="run">What was recorded.</param>
    /// <param name="cancellation">Ends it; the report then says that it is incomplete.</param>
    public static async Task<RunReport> RunAsync(ConformanceSuite suite, RecordedRun run, CancellationToken cancellation = default)
    {
        // One after another: nothing is waited for, and what is shared is asked by the same case each time.
        var settings = run.Settings with { Concurrency = 1 };
        var report = await suite.RunAsync(run.Target, settings, new RecordedRunExchanges(run), new StoppedClock(run.Started), cancellation: cancellation).ConfigureAwait(false);
        return report with
        {
            Settings = run.Settings,
            TargetName = run.TargetName,
            Finished = run.Finished,
        };
    }
}
