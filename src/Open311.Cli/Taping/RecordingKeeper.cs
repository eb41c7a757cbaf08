using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Recordings.Scrubbing;
using Open311.Recordings.Storing;

namespace Open311.Cli.Taping;

/// <summary>Scrubs a finished recording, writes it and tells of it.</summary>
internal sealed class RecordingKeeper(IConsoleEnvironment env)
{
    const int MostRefusals = 5;

    /// <summary>Writes it; 0 when that is done, 3 when it cannot be cleaned or written: then nothing is.</summary>
    public async Task<int> KeepAsync(Recording recording, string path, bool force, string? verdict, ScrubChoice scrub)
    {
        var kept = RecordingCleaning.Of(recording, scrub, leavesOut: false);
        if (kept.Recording is { } clean)
        {
            try
            {
                RecordingFolder.Write(path, clean, force);
            }
            catch (RecordingException e)
            {
                await env.Error.WriteLineAsync($"Error: {Printable.Line(e.Message)}");
                return ExitCode.CouldNotTest;
            }
        }

        return await TellAsync(kept, path, verdict);
    }

    /// <summary>Tells what was written; 0 when something was, 3 when nothing could be.</summary>
    public async Task<int> TellAsync(KeptRecording kept, string path, string? verdict)
    {
        if (kept.Refusals.Count > 0)
            await TellAsync(kept.Refusals, isNothing: kept.Recording is not { Cassette.Takes.Count: > 0 });
        if (kept.Recording is not { Cassette.Takes.Count: > 0 } recording)
            return ExitCode.CouldNotTest;
        var relative = Path.GetRelativePath(env.WorkingDirectory, path);
        var shown = relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
        await env.Out.WriteLineAsync(Printable.Line($"Recorded {recording.Info.Source}: {recording.Cassette.Takes.Count} exchanges.{(verdict is null ? "" : $" {verdict}.")} Recording: {shown}"));
        await TellAsync(kept.Report);
        await env.Out.WriteLineAsync(Printable.Line($"  open311 mock --recording {shown}"));
        return ExitCode.Success;
    }

    async Task TellAsync(IReadOnlyList<ScrubRefusal> refusals, bool isNothing)
    {
        await env.Error.WriteLineAsync(isNothing
            ? $"Error: Nothing was written, since {refusals.Count} of the recorded calls cannot be cleaned of personal data. Mend them at the source, or keep everything as it is with --no-scrub."
            : $"{refusals.Count} of the calls are left out, since they cannot be cleaned of personal data. Mend them at the source, or keep everything as it is with --no-scrub.");
        foreach (var refusal in refusals.Take(MostRefusals))
            await env.Error.WriteLineAsync(Printable.Line($"  call {refusal.Take}, {refusal.Part}: {refusal.Reason}"));
        if (refusals.Count > MostRefusals)
            await env.Error.WriteLineAsync($"  and {refusals.Count - MostRefusals} more.");
    }

    async Task TellAsync(ScrubReport? report)
    {
        if (report is null)
        {
            await env.Out.WriteLineAsync("Not scrubbed: personal data is in it as the city gave it. Do not pass it on.");
            return;
        }

        await env.Out.WriteLineAsync(report.Count == 0 ? "Scrubbed: nothing that looks like personal data was found." : $"Scrubbed: {report.Count} values were replaced; read a few answers before you pass it on.");
        foreach (var row in report.Rows)
            await env.Out.WriteLineAsync(Printable.Line($"  {row.Kind} in {row.Field}: {row.Count} times, {row.Distinct} different; first at {row.Places[0]}"));
        foreach (var note in report.Notes)
            await env.Out.WriteLineAsync(Printable.Line($"  {note}"));
    }
}
