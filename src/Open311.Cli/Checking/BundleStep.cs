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

    public async Task<Packed> WriteAsync(RunReport report, BundleFile file, BundleSigner? signer)
    {
        var draft = BundleDraft.Of(report, language);
        if (draft.IsInterrupted && !report.Preflight.IsReady)
            return Packed.Failed("No bundle is written: the run was interrupted before there was anything to judge.");

        // Whoever interrupted the run wants what there is of it.
        var replayed = await rooms.Suite.ReplayAsync(draft.Run, draft.IsInterrupted ? CancellationToken.None : env.Interrupts.Stop);
        if (draft.Profile is { } profile)
            replayed = replayed with { Profile = new ProfileJudge(rooms.Catalogue).Judge(profile, replayed) };
        if (draft.Compare(replayed) is { Differences: { Count: > 0 } differences })
        {
            return Packed.Failed(
            [
                $"Error: No bundle is written: {differences.Count} findings cannot be derived again from the evidence alone, which is a fault of open311; please report it to {Fault.Tracker}.",
                .. differences.Take(Shown).Select(d => Printable.Line($"  {d.Sentence}")),
            ]);
        }

        try
        {
            await file.WriteAsync(stream => draft.WriteAsync(replayed, signer, stream));
            var extent = draft.IsInterrupted ? " (of what was done until the run was interrupted)" : "";
            return new(ExitCode.Success, $"Bundle: {ReportFolder.Shown(file.Path, env)}{extent}", []);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Packed.Failed($"Error: The bundle could not be written: {Printable.Line(e.Message)}");
        }
    }
}
