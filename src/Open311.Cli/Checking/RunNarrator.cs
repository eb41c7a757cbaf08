using Open311.Cli.Consoles;
using Open311.Cli.Settings;
using Open311.Conformance.Exchanges;

namespace Open311.Cli.Checking;

/// <summary>What is told while a run goes on: all of it to the error stream, so that the summary can be piped.</summary>
internal sealed class RunNarrator
{
    readonly IConsoleEnvironment env;
    readonly CheckOptions options;
    readonly Secrets secrets;
    readonly Action<string> say;

    public RunNarrator(IConsoleEnvironment env, CheckOptions options, Secrets secrets)
    {
        this.env = env;
        this.options = options;
        this.secrets = secrets;
        say = env.Error.WriteLine;
        if (options.Quiet)
        {
            say = _ => { };
            Display = new SilentDisplay();
        }
        else if (env.ErrorIsTerminal && !options.Verbose)
        {
            var console = Terminals.ForError(env);
            // Through the same console, or the line would land in the middle of the bar.
            say = line => console.Write(new Spectre.Console.Text(line + "\n"));
            Display = new BarDisplay(console);
        }
        else
        {
            Display = new LineDisplay(env.Error, env.Clock);
        }
    }

    /// <summary>How progress is shown.</summary>
    public IRunDisplay Display { get; }

    /// <summary>The source, or one that tells of each exchange.</summary>
    public IExchangeSource Listen(IExchangeSource source) => options.Verbose ? new NarratedExchanges(source, env.Error, secrets) : source;

    /// <summary>Tells what is odd about the input.</summary>
    public void Warn()
    {
        foreach (var warning in options.Warnings)
            say($"Warning: {secrets.Hide(warning)}");
    }

    /// <summary>Tells what happens before the run.</summary>
    public void Tell(string line) => say(secrets.Hide(line));

    /// <summary>Tells that Ctrl-C was heard.</summary>
    public void TellStopping() => say("Stopping: the report of what was done is written next. Ctrl-C again leaves at once, without it.");
}
