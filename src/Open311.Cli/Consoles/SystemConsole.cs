using System.Runtime.InteropServices;
using System.Text;

namespace Open311.Cli.Consoles;

/// <summary>The process as it is.</summary>
internal sealed class SystemConsole : IConsoleEnvironment, IDisposable
{
    readonly PosixSignalRegistration interrupt;
    readonly PosixSignalRegistration terminate;

    public SystemConsole()
    {
        if (OperatingSystem.IsWindows())
            Console.OutputEncoding = Encoding.UTF8;
        interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle);
        terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle);
    }

    public TextWriter Out => Console.Out;

    public TextWriter Error => Console.Error;

    public bool OutIsTerminal => !Console.IsOutputRedirected && !IsDumb;

    public bool ErrorIsTerminal => !Console.IsErrorRedirected && !IsDumb;

    public int Width => Console.IsOutputRedirected && Console.IsErrorRedirected ? 100 : Math.Max(40, Console.WindowWidth);

    public string WorkingDirectory => Environment.CurrentDirectory;

    public TimeProvider Clock => TimeProvider.System;

    public Interrupts Interrupts { get; } = new();

    // A dumb terminal shows the bar's cursor movements as noise.
    bool IsDumb => Variable("TERM") == "dumb";

    public string? Variable(string name) => Environment.GetEnvironmentVariable(name);

    public void Dispose()
    {
        interrupt.Dispose();
        terminate.Dispose();
        Interrupts.Dispose();
    }

    void Handle(PosixSignalContext context) => context.Cancel = Interrupts.Press();
}
