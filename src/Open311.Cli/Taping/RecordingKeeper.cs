using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Conformance.Evidence;
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
        var scrubbed = scrub.IsOff ? null : Scrubbed(recording, scrub);
        if (scrubbed is { IsRefused: true })
            return await RefuseAsync(scrubbed.Refusals);
        var kept = scrubbed is { Cassette: { } clean }
            ? new Recording(recording.Info with { Scrubbed = new ScrubSeal(scrub.Keep) }, clean)
            : recording;
        try
        {
            RecordingFolder.Write(path, kept, force);
        }
        catch (RecordingException e)
        {
            await env.Error.WriteLineAsync($"Error: {Printable.Line(e.Message)}");
            return ExitCode.CouldNotTest;
        }

        var relative = Path.GetRelativePath(env.WorkingDirectory, path);
        var shown = relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
        await env.Out.WriteLineAsync(Printable.Line($"Recorded {kept.Info.Source}: {kept.Cassette.Takes.Count} exchanges.{(verdict is null ? "" : $" {verdict}.")} Recording: {shown}"));
        await TellAsync(scrubbed?.Report);
        await env.Out.WriteLineAsync(Printable.Line($"  open311 mock --recording {shown}"));
        return ExitCode.Success;
    }

    static ScrubOutcome Scrubbed(Recording recording, ScrubChoice scrub) => new Scrubber(new()
    {
        Seed = scrub.Drawn(),
        Keep = scrub.Keep,
        // What the operator said of the city is in recording.json, too, and the recording could not be asked again without it.
        Public = [.. recording.Info.ExtraQuery.Select(a => a.Value), .. recording.Info.Jurisdictions, Redactor.Mask],
    }).Scrub(recording.Cassette);

    async Task<int> RefuseAsync(IReadOnlyList<ScrubRefusal> refusals)
    {
        await env.Error.WriteLineAsync($"Error: Nothing was written, since {refusals.Count} of the recorded calls cannot be cleaned of personal data. Mend them at the source, or keep everything as it is with --no-scrub.");
        foreach (var refusal in refusals.Take(MostRefusals))
            await env.Error.WriteLineAsync(Printable.Line($"  call {refusal.Take}, {refusal.Part}: {refusal.Reason}"));
        if (refusals.Count > MostRefusals)
            await env.Error.WriteLineAsync($"  and {refusals.Count - MostRefusals} more.");
        return ExitCode.CouldNotTest;
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
