using System.Collections.Concurrent;
using Open311.Cli.Rooms;
using Open311.Cli.WebConsole;
using Open311.WebConsole.Engine;
using Open311.WebConsole.Guarding;

namespace Open311.WebConsole.Tests.Fakes;

/// <summary>A console on loopback, in a folder that goes when the test ends.</summary>
internal sealed class OpenConsole : IAsyncDisposable
{
    readonly bool ownsFolder;

    OpenConsole(ConsoleServer server, DirectoryInfo folder, bool ownsFolder, CheckReach reach) =>
        (Server, Folder, this.ownsFolder, Reach) = (server, folder, ownsFolder, reach);

    public ConsoleServer Server { get; }

    public DirectoryInfo Folder { get; }

    public CheckReach Reach { get; }

    public ConcurrentQueue<string> Told { get; private init; } = new();

    public static Task<OpenConsole> StartAsync(IChecks checks, Func<ConsoleOptions, ConsoleOptions>? adjust = null, DirectoryInfo? folder = null) =>
        StartAsync((_, _) => (checks, new NoProofs()), adjust, folder);

    /// <summary>One that really judges.</summary>
    public static Task<OpenConsole> StartRealAsync(Func<ConsoleOptions, ConsoleOptions>? adjust = null) => StartAsync(
        (process, reach) =>
        {
            var rooms = new OwnRooms(TimeProvider.System, reach);
            return (new ConsoleChecks(process, rooms, reach), new ConsoleProofs(process, rooms));
        },
        adjust,
        null);

    public Visitor Visit(string? language = null) => new(Server.Address, language);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        if (ownsFolder)
            Folder.Delete(recursive: true);
    }

    static async Task<OpenConsole> StartAsync(Func<TestProcess, CheckReach, (IChecks, IProofs)> engine, Func<ConsoleOptions, ConsoleOptions>? adjust, DirectoryInfo? folder)
    {
        var own = folder ?? Directory.CreateTempSubdirectory("open311-console-");
        var reach = new CheckReach(everywhere: false);
        var (checks, proofs) = engine(new TestProcess(own.FullName), reach);
        var told = new ConcurrentQueue<string>();
        var options = new ConsoleOptions { Data = own, Reach = reach, Checks = checks, Proofs = proofs, Version = "1.2.3", Tell = told.Enqueue };
        return new(await ConsoleServer.StartAsync(adjust?.Invoke(options) ?? options), own, folder is null, reach) { Told = told };
    }
}
