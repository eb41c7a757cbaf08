using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;
using Open311.Conformance.Findings;
using Open311.Conformance.Profiles;
using Open311.Reporting.Bundles;
using Open311.Reporting.Languages;

namespace Open311.Cli.Checking;

/// <summary>Packs what a run found, once its evidence alone has given the same findings again.</summary>
internal sealed class BundleStep(IConsoleEnvironment env, IRooms rooms, Language language)
{
    const int Shown = 5;

    /// <summary>Tells 0, or the exit code of a run that could not be kept.</summary>
    public async Task<int> WriteAsync(RunReport report, BundleFile file, BundleSigner? signer)
    {
        // Where a run is cut off depends on when, which no evidence holds.
        if (report.Incomplete is not null && report.End is null && report.Errors.Count == 0)
        {
            await env.Error.WriteLineAsync("No bundle is written: the run was interrupted, and what it did not come to could not be derived again.");
            return ExitCode.CouldNotTest;
        }

        var draft = BundleDraft.Of(report, language);
        var replayed = await rooms.Suite.ReplayAsync(draft.Run, env.Interrupts.Stop);
        if (draft.Profile is { } profile)
            replayed = replayed with { Profile = new ProfileJudge(rooms.Catalogue).Judge(profile, replayed) };
        if (draft.Compare(replayed) is { Differences: { Count: > 0 } differences })
        {
            await env.Error.WriteLineAsync($"Error: No bundle is written: {differences.Count} findings cannot be derived again from the evidence alone, which is a fault of open311; please report it to {Fault.Tracker}.");
            foreach (var difference in differences.Take(Shown))
                await env.Error.WriteLineAsync(Printable.Line($"  {difference.Sentence}"));
            return ExitCode.CouldNotTest;
        }

        try
        {
            await file.WriteAsync(stream => draft.WriteAsync(replayed, signer, stream));
            await env.Out.WriteLineAsync($"Bundle: {ReportFolder.Shown(file.Path, env)}");
            return ExitCode.Success;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await env.Error.WriteLineAsync($"Error: The bundle could not be written: {Printable.Line(e.Message)}");
            return ExitCode.CouldNotTest;
        }
    }
}
