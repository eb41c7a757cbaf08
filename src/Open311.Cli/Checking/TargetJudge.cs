using Open311.Cli.Consoles;
using Open311.Cli.Rooms;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Running;
using Open311.Conformance.Targets;

namespace Open311.Cli.Checking;

/// <summary>Judges one target over the network, with a journal of its POSTs beside its reports.</summary>
internal sealed class TargetJudge(IConsoleEnvironment env, IRooms rooms)
{
    /// <summary>Judges until the end, or until Ctrl-C.</summary>
    /// <param name="target">What to test.</param>
    /// <param name="settings">How.</param>
    /// <param name="folder">Where its reports go; must exist once something is posted.</param>
    /// <param name="listen">Puts a listener before the network.</param>
    /// <param name="progress">Told of each case.</param>
    public async Task<RunReport> JudgeAsync(Target target, RunSettings settings, string folder, Func<IExchangeSource, IExchangeSource> listen, IProgress<RunProgress> progress)
    {
        using var journal = new PostJournal(Path.Combine(folder, PostJournal.FileName));
        var source = rooms.Suite.Open(settings, env.Clock);
        try
        {
            return await rooms.Suite.RunAsync(target, settings, listen(source), env.Clock, progress, journal, env.Interrupts.Stop);
        }
        finally
        {
            await CloseAsync(source);
        }
    }

    static async ValueTask CloseAsync(IExchangeSource source)
    {
        if (source is IAsyncDisposable asynchronous)
            await asynchronous.DisposeAsync();
        else
            (source as IDisposable)?.Dispose();
    }
}
