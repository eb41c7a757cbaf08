using Open311.Cli.Checking;
using Open311.Cli.Consoles;
using Open311.Cli.Settings;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Running;
using Open311.Reporting.Fleet;

namespace Open311.Cli.Fleet;

/// <summary>What is told while many targets are judged: lines on the error stream, each with the name of its target.</summary>
internal sealed class FleetNarrator(IConsoleEnvironment env, FleetOptions options)
{
    readonly TextWriter error = TextWriter.Synchronized(env.Error);

    /// <summary>Tells what is odd about the input.</summary>
    public void Warn()
    {
        foreach (var warning in options.Warnings.Concat(options.Targets.SelectMany(t => t.Options?.Warnings ?? [])))
            Say($"Warning: {Secrets.None.Hide(warning)}");
    }

    /// <summary>Tells that a target is asked now.</summary>
    public void TellStart(FleetTarget target)
    {
        if (target.Options is not null)
            Say($"{Name(target)}: asking {Printable.Line(target.Endpoint)}");
    }

    /// <summary>Tells what became of a target.</summary>
    public void TellEnd(FleetEntry entry, int done)
    {
        var gist = FleetWording.Gist(entry);
        Say($"[{done} of {options.Targets.Count}] {Printable.Line($"{entry.Name}: {FleetWording.Result(entry).ToLowerInvariant()}{(gist.Length > 0 ? $". {gist}" : "")}")}");
    }

    /// <summary>Tells that Ctrl-C was heard.</summary>
    public void TellStopping() =>
        Say("Stopping: targets under way report what was done, no other is started, and the index is written. Ctrl-C again leaves at once.");

    /// <summary>The progress of one target.</summary>
    public IProgress<RunProgress> Progress(FleetTarget target) =>
        options.Quiet ? new SilentDisplay() : new FleetProgress(Name(target), Say, env.Clock);

    /// <summary>The source, or one that tells of each exchange.</summary>
    public IExchangeSource Listen(FleetTarget target, IExchangeSource source, Secrets secrets) =>
        options.Verbose ? new NarratedExchanges(source, error, secrets, $"{Name(target)}: ") : source;

    static string Name(FleetTarget target) => Printable.Line(target.Name);

    void Say(string line)
    {
        if (!options.Quiet)
            error.WriteLine(line);
    }
}
