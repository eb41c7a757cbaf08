using Microsoft.Extensions.Time.Testing;
using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;

namespace Open311.Cli.Tests.Fakes;

/// <summary>A process of its own: two streams, variables, a clock that stands still, a folder that goes when the test ends.</summary>
internal sealed class FakeConsole : IConsoleEnvironment, IDisposable
{
    public FakeConsole() => WorkingDirectory = Directory.CreateTempSubdirectory("open311-cli-").FullName;

    public WatchedText OutText { get; } = new() { NewLine = "\n" };

    public StringWriter ErrorText { get; } = new() { NewLine = "\n" };

    public TextWriter Out => TextWriter.Synchronized(OutText);

    public TextWriter Error => TextWriter.Synchronized(ErrorText);

    public bool OutIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    public int Width { get; init; } = 100;

    public string WorkingDirectory { get; }

    public FakeTimeProvider Time { get; init; } = new(new DateTimeOffset(2026, 11, 23, 12, 34, 56, TimeSpan.Zero));

    /// <summary>Stands still unless a test needs a network, whose time must pass.</summary>
    public TimeProvider Clock => TimePasses ? TimeProvider.System : Time;

    public bool TimePasses { get; init; }

    public Interrupts Interrupts { get; } = new();

    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>Both streams, as a person would see them.</summary>
    public string AllText => OutText.ToString() + ErrorText;

    public string? Variable(string name) => Variables.GetValueOrDefault(name);

    public Task<int> RunAsync(IRooms rooms, params string[] args) => Open311Application.RunAsync(args, this, rooms);

    public string WriteFile(string name, string text)
    {
        File.WriteAllText(Path.Combine(WorkingDirectory, name), text);
        return name;
    }

    public void Dispose()
    {
        Interrupts.Dispose();
        Directory.Delete(WorkingDirectory, recursive: true);
    }
}
