using Open311.Cli.Consoles;

namespace Open311.Cli.WebConsole;

/// <summary>A process for one job of the console: its words are kept instead of printed, and its Ctrl-C is a button.</summary>
internal sealed class JobEnvironment : IConsoleEnvironment, IDisposable
{
    readonly StringWriter said = new();
    readonly CancellationTokenRegistration registration;

    public JobEnvironment(IConsoleEnvironment env, string workingDirectory, CancellationToken cancellation)
    {
        Clock = env.Clock;
        WorkingDirectory = workingDirectory;
        registration = cancellation.Register(() => Interrupts.Press());
    }

    public TextWriter Out => TextWriter.Null;

    public TextWriter Error => TextWriter.Synchronized(said);

    public bool OutIsTerminal => false;

    public bool ErrorIsTerminal => false;

    public int Width => 100;

    public string WorkingDirectory { get; }

    public TimeProvider Clock { get; }

    public Interrupts Interrupts { get; } = new();

    /// <summary>What the job had to complain about, a sentence each.</summary>
    public IReadOnlyList<string> Complaints => said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // What is set for the operator's own commands, such as a key, is not for visitors.
    public string? Variable(string name) => null;

    public void Dispose()
    {
        registration.Dispose();
        Interrupts.Dispose();
        said.Dispose();
    }
}
