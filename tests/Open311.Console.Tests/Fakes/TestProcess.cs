using Open311.Cli.Consoles;

namespace Open311.WebConsole.Tests.Fakes;

/// <summary>A process with nothing in it but a folder.</summary>
internal sealed class TestProcess(string folder) : IConsoleEnvironment
{
    public TextWriter Out => TextWriter.Null;

    public TextWriter Error => TextWriter.Null;

    public bool OutIsTerminal => false;

    public bool ErrorIsTerminal => false;

    public int Width => 100;

    public string WorkingDirectory => folder;

    public TimeProvider Clock => TimeProvider.System;

    public Interrupts Interrupts { get; } = new();

    public string? Variable(string name) => null;
}
