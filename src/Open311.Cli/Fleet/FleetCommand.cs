using System.Collections.Concurrent;
using Open311.Cli.Application;
using Open311.Cli.Checking;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;
using Open311.Cli.Settings;
using Open311.Conformance.Findings;
using Open311.Conformance.Profiles;
using Open311.Reporting.Fleet;
using Open311.Reporting.Languages;

namespace Open311.Cli.Fleet;

/// <summary><c>open311 check --targets</c>: a report for each target, and an index of all.</summary>
internal sealed class FleetCommand(IConsoleEnvironment env, IRooms rooms)
{
    /// <summary>Judges, reports, and tells the exit code: 1 if any target does not conform, else 3 if any could not be tested, else 0.</summary>
    /// <exception cref="UsageException">Something given cannot be used; nothing was sent.</exception>
    public async Task<int> RunAsync(RawSettings commandLine)
    {
        var options = new FleetOptionsReader(commandLine, env, rooms.Suite).Read();
        CheckFiles(options);
        var root = ReportFolder.CreateForMany(options.Out, env);
        try
        {
            var narrator = new FleetNarrator(env, options);
            narrator.Warn();
            using var notice = env.Interrupts.Stop.Register(narrator.TellStopping);
            return options.DryRun ? await PreviewAsync(options, narrator, root) : await JudgeAsync(options, narrator, root);
        }
        finally
        {
            ReportFolder.RemoveIfEmpty(root);
        }
    }

    async Task<int> JudgeAsync(FleetOptions options, FleetNarrator narrator, string root)
    {
        // An index after each target outlives a process that is killed; only the last one has to succeed.
        var runner = new FleetRunner(env, rooms, options, narrator, root) { Report = WriteAsync, Changed = sofar => TryIndexAsync(sofar, root, options.Language) };
        var report = await runner.RunAsync();
        var problem = await TryIndexAsync(report, root, options.Language);
        if (!options.Quiet)
        {
            new SummaryPrinter(env).Print(rooms.Reports.Summarise(report), report.Outcome);
            await env.Out.WriteLineAsync();
        }

        var words = FleetWording.Headline(report);
        await env.Out.WriteLineAsync(problem is null
            ? $"{words}. Index: {ReportFolder.Shown(Path.Combine(root, FleetWriter.PageName), env)}"
            : $"{words}, but the index could not be written: {problem}");
        return problem is null ? (int)report.Outcome : ExitCode.CouldNotTest;
    }

    // Profiles, baselines and keys that cannot be used are told before anything is sent.
    void CheckFiles(FleetOptions options)
    {
        foreach (var how in options.Targets.Select(t => t.Options).OfType<CheckOptions>())
            CheckProof.Prepare(how with { Bundle = null }, env, rooms).Dispose();
    }

    async Task<FleetEntry> WriteAsync(FleetTarget target, RunReport report, string folder)
    {
        var how = target.Options!;
        var entry = FleetEntry.Of(target.Name, report);
        try
        {
            using var proof = CheckProof.Prepare(how with { Bundle = how.Bundle is { } name ? Path.Combine(folder, name) : null }, env, rooms);
            if (proof.Profile is { } profile)
                report = report with { Profile = new ProfileJudge(rooms.Catalogue).Judge(profile, report) };
            if (proof.Judge(report) is { Lines: [var held, ..] } gate)
                entry = entry.HeldAgainst((RunOutcome)gate.ExitCode, held);
            var files = await rooms.Reports.WriteAsync(report, folder, how.Order);
            entry = entry with { Report = $"{target.Folder}/{Path.GetFileName(files[0])}" };
            return await proof.WriteBundleAsync(report) is { Problems: [var problem, ..] } ? entry.WithoutBundle(problem) : entry;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return entry.WithoutReports(e.Message);
        }
        catch (UsageException e)
        {
            return entry.WithoutBundle(e.Message);
        }
    }

    async Task<string?> TryIndexAsync(FleetReport report, string root, Language language)
    {
        try
        {
            await rooms.Reports.WriteAsync(report, root, language);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Printable.Line(e.Message);
        }
    }

    // Each target's POSTs, in the order of the file; of targets that do not consent there are none to show.
    async Task<int> PreviewAsync(FleetOptions options, FleetNarrator narrator, string root)
    {
        var asked = options with { Targets = [.. options.Targets.Where(t => t.Options?.Target!.Writes.DryRun == true)] };
        var previews = new ConcurrentDictionary<FleetTarget, IReadOnlyList<string>>();
        var runner = new FleetRunner(env, rooms, asked, narrator, root)
        {
            Report = (target, report, _) =>
            {
                if (report.Preflight.IsReady && report.Incomplete is null)
                    previews[target] = rooms.Reports.Preview(report);
                return Task.FromResult(FleetEntry.Of(target.Name, report));
            },
        };
        var entries = (await runner.RunAsync()).Entries.Zip(asked.Targets).ToDictionary(pair => pair.Second, pair => pair.First);
        foreach (var target in options.Targets)
        {
            await env.Out.WriteLineAsync($"# {Printable.Line(target.Name)}");
            var lines = previews.GetValueOrDefault(target)
                ?? [entries.TryGetValue(target, out var entry) ? $"# Nothing can be planned yet: {entry.Reason} {entry.Advice}" : "# Its entry does not allow writes: nothing would be posted."];
            foreach (var line in lines)
                await env.Out.WriteLineAsync(line);
        }

        return previews.Count == asked.Targets.Count ? ExitCode.Success : ExitCode.CouldNotTest;
    }
}
