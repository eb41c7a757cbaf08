using Open311.Cli.Consoles;
using Open311.Conformance.Running;
using Open311.Recordings.Cassettes;
using Open311.Recordings.Storing;

namespace Open311.Cli.Taping.Proxying;

/// <summary>Writes what has passed, again and again while more passes, so that no end takes it away.</summary>
internal sealed class ProxyWriter(IConsoleEnvironment env, ProxyOptions options, ProxyTape tape, string path, bool force, ScrubChoice scrub)
{
    static readonly TimeSpan pause = TimeSpan.FromSeconds(2);

    // Replacements stay the same from one writing to the next.
    readonly ScrubChoice settled = scrub with { Seed = scrub.Drawn() };
    bool isWritten;

    /// <summary>Writes whenever more has passed, until it is told to end.</summary>
    /// <param name="end">Ends it.</param>
    public async Task RunAsync(CancellationToken end)
    {
        try
        {
            while (true)
            {
                await tape.Changed.WaitAsync(end);
                await Task.Delay(pause, env.Clock, end);
                var began = env.Clock.GetTimestamp();
                Write();
                // A long recording takes its time to clean; most of it is left to the calls.
                await Task.Delay(env.Clock.GetElapsedTime(began) * 10, env.Clock, end);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The last writing is not done here.
        }
    }

    /// <summary>Writes all there is; null when nothing has passed, or nothing of it could be cleaned.</summary>
    /// <exception cref="RecordingException">It cannot be written.</exception>
    public KeptRecording? Write()
    {
        var exchanges = tape.Take();
        if (exchanges.Count == 0)
            return null;
        var cassette = TakeMasking.Of(TakeMaking.Cassette(exchanges, null).Takes);
        var info = RecordingInfos.Of(cassette, options.Endpoint.OriginalString, RecordingKind.Proxy, Tool);
        var kept = RecordingCleaning.Of(new Recording(info, cassette), settled, leavesOut: true);
        if (kept.Recording is not { Cassette.Takes.Count: > 0 } recording)
            return kept;
        RecordingFolder.Write(path, recording, force || isWritten);
        isWritten = true;
        return kept;
    }

    static string Tool => typeof(ConformanceSuite).Assembly.GetName().Version?.ToString(3) ?? "";
}
