using Open311.Cli.Application;
using Open311.Cli.Checking;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;
using Open311.Cli.Settings;
using Open311.Conformance.Findings;
using Open311.Reporting.Fleet;

namespace Open311.Cli.Fleet;

/// <summary>Judges many targets, several at a time. Whatever one of them does, the others are judged.</summary>
/// <param name="env">The process.</param>
/// <param name="rooms">What judges.</param>
/// <param name="options">What was asked for.</param>
/// <param name="narrator">Tells of it.</param>
/// <param name="root">The folder of the run.</param>
internal sealed class FleetRunner(IConsoleEnvironment env, IRooms rooms, FleetOptions options, FleetNarrator narrator, string root)
{
    readonly FleetEntry[] entries = [.. options.Targets.Select(t => FleetEntry.NotStarted(t.Name, t.Endpoint))];

    /// <summary>Makes an entry of the index out of what was found at a target.</summary>
    public required Func<FleetTarget, RunReport, string, Task<FleetEntry>> Report { get; init; }

    /// <summary>Told after each target how far the run is.</summary>
    public Func<FleetReport, Task> Changed { get; init; } = _ => Task.CompletedTask;

    /// <summary>Judges until all are done, or until Ctrl-C.</summary>
    public async Task<FleetReport> RunAsync()
    {
        var started = env.Clock.GetUtcNow();
        var queue = new FleetQueue(options.Targets);
        var running = new Dictionary<Task<FleetEntry>, FleetTarget>();
        var done = 0;
        while (true)
        {
            while (running.Count < options.Parallel && !env.Interrupts.Stop.IsCancellationRequested && queue.Take() is { } next)
            {
                narrator.TellStart(next);
                running.Add(Task.Run(() => JudgeAsync(next)), next);
            }

            if (running.Count == 0)
                return ReportOf(started, isFinished: true);
            var ended = await Task.WhenAny(running.Keys);
            running.Remove(ended, out var target);
            queue.Finished(target!);
            entries[options.Targets.Index().First(t => t.Item == target).Index] = await ended;
            narrator.TellEnd(await ended, ++done);
            await Changed(ReportOf(started, isFinished: false));
        }
    }

    async Task<FleetEntry> JudgeAsync(FleetTarget target)
    {
        if (target.Options is not { Target: { } endpoint } how)
            return FleetEntry.Untested(target.Name, target.Endpoint, target.Problem ?? "");
        var folder = Path.Combine(root, target.Folder);
        var secrets = Secrets.Of(endpoint);
        try
        {
            Directory.CreateDirectory(folder);
            var report = await new TargetJudge(env, rooms).JudgeAsync(
                endpoint, how.Settings, folder, source => narrator.Listen(target, source, secrets), narrator.Progress(target));
            return await Report(target, Settlement.Of(report with { TargetName = target.Name }), folder);
        }
        catch (OperationCanceledException) when (env.Interrupts.Stop.IsCancellationRequested)
        {
            return FleetEntry.Untested(target.Name, target.Endpoint, "The run was stopped before there was anything to report.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return FleetEntry.Untested(target.Name, target.Endpoint, $"Its folder '{target.Folder}' cannot be written to: {secrets.Hide(e.Message)}");
        }
#pragma warning disable CA1031 // Whatever breaks concerns this target alone, and is told as a fault of ours.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return FleetEntry.Untested(target.Name, target.Endpoint, Fault.Sentence(e, secrets));
        }
        finally
        {
            ReportFolder.RemoveIfEmpty(folder);
        }
    }

    FleetReport ReportOf(DateTimeOffset started, bool isFinished) => new()
    {
        ToolVersion = VersionAction.Version,
        Source = Path.GetFileName(options.Source),
        Part = options.Part,
        Started = started,
        Finished = env.Clock.GetUtcNow(),
        IsFinished = isFinished,
        Entries = [.. entries],
    };
}
