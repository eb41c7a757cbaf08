using Open311.WebConsole.Engine;

namespace Open311.WebConsole.Runs;

/// <summary>
/// Runs checks in the background: a few at a time, since each holds the answers it got, and never two on one host. The others wait in the order they came.
/// </summary>
internal sealed class RunQueue : IAsyncDisposable
{
    const int MostWaiting = 100;

    readonly RunStore store;
    readonly RunFolders folders;
    readonly ConsoleOptions options;
    readonly Lock gate = new();
    readonly List<LiveRun> waiting = [];
    readonly Dictionary<LiveRun, Task> running = [];
    bool isClosing;

    public RunQueue(RunStore store, RunFolders folders, ConsoleOptions options) => (this.store, this.folders, this.options) = (store, folders, options);

    /// <summary>How many run at a time.</summary>
    public int AtATime => options.AtATime;

    /// <summary>Keeps a run and lets it wait for its turn.</summary>
    /// <exception cref="FormException">Too many wait.</exception>
    public string Add(CheckPlan plan)
    {
        var run = new LiveRun(RowId.New(), plan);
        lock (gate)
        {
            if (isClosing || waiting.Count >= MostWaiting)
            {
                run.Dispose();
                throw new RefusedException("queue", ("n", MostWaiting));
            }

            store.Add(new RunRow { Id = run.Id, Url = plan.Url, Terms = plan.Terms, State = RunState.Queued, Created = options.Clock.GetUtcNow() });
            waiting.Add(run);
        }

        Next();
        return run.Id;
    }

    /// <summary>A run that waits or goes on, and how many wait before it.</summary>
    public (LiveRun Run, int Before)? Find(string id)
    {
        lock (gate)
        {
            if (running.Keys.FirstOrDefault(r => r.Id == id) is { } goes)
                return (goes, 0);
            var at = waiting.FindIndex(r => r.Id == id);
            return at < 0 ? null : (waiting[at], at);
        }
    }

    /// <summary>Cancels a run: one that goes on writes what it found.</summary>
    public void Cancel(string id)
    {
        LiveRun? gone = null;
        lock (gate)
        {
            if (waiting.FirstOrDefault(r => r.Id == id) is { } waits)
            {
                waiting.Remove(waits);
                gone = waits;
            }
            else
            {
                running.Keys.FirstOrDefault(r => r.Id == id)?.Cancel();
            }
        }

        if (gone is null)
            return;
        store.Finish(id, RunState.Cancelled, options.Clock.GetUtcNow(), null, "");
        gone.Changed.Raise();
        gone.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        Task[] going;
        lock (gate)
        {
            isClosing = true;
            foreach (var run in waiting)
                store.Finish(run.Id, RunState.Interrupted, options.Clock.GetUtcNow(), null, "");
            waiting.Clear();
            foreach (var run in running.Keys)
                run.Cancel();
            going = [.. running.Values];
        }

        await Task.WhenAll(going);
    }

    void Next()
    {
        lock (gate)
        {
            while (!isClosing && running.Count < options.AtATime && waiting.Find(w => running.Keys.All(r => r.Plan.Host != w.Plan.Host)) is { } next)
            {
                waiting.Remove(next);
                next.HasStarted = true;
                running.Add(next, Task.Run(() => RunAsync(next)));
            }

            // Those who look see that they have moved up.
            foreach (var run in waiting.Concat(running.Keys))
                run.Changed.Raise();
        }
    }

    async Task RunAsync(LiveRun run)
    {
        var folder = folders.Run(run.Id);
        CheckEnd? end = null;
        var problem = "";
        var state = RunState.Done;
        try
        {
            store.Start(run.Id);
            folder.Create();
            end = await options.Checks.RunAsync(run.Plan, folder, run, run.Cancelled);
            problem = string.Join('\n', end.Notes);
            if (run.Cancelled.IsCancellationRequested)
                state = isClosing ? RunState.Interrupted : RunState.Cancelled;
        }
        catch (FailedCheckException e)
        {
            (state, problem) = (run.Cancelled.IsCancellationRequested ? RunState.Cancelled : RunState.Failed, e.Message);
        }
#pragma warning disable CA1031 // Whatever breaks concerns this run alone; its message may hold what the run was given, so its kind is told and no more.
        catch (Exception e)
#pragma warning restore CA1031
        {
            (state, problem) = (RunState.Failed, $"The console itself failed ({e.GetType().Name}); this says nothing about the endpoint.");
            options.Tell(problem);
        }

        End(run, state, end, problem);
    }

    void End(LiveRun run, RunState state, CheckEnd? end, string problem)
    {
        try
        {
            store.Finish(run.Id, state, options.Clock.GetUtcNow(), end, problem);
        }
        catch (Microsoft.Data.Sqlite.SqliteException e)
        {
            options.Tell($"What came of a run could not be kept: {e.Message}");
        }
        finally
        {
            lock (gate)
                running.Remove(run);
            run.Changed.Raise();
            run.Dispose();
            Next();
        }
    }
}
