using System.Net;
using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;
using Open311.Cli.Settings;
using Open311.WebConsole;
using Open311.WebConsole.Guarding;

namespace Open311.Cli.WebConsole;

/// <summary><c>open311 console</c>: serves the web console until Ctrl-C.</summary>
internal sealed class ConsoleCommand(IConsoleEnvironment env)
{
    const int UsualPort = 3112;

    /// <summary>Serves, and ends well when told to stop.</summary>
    /// <exception cref="UsageException">Something given cannot be used.</exception>
    public async Task<int> RunAsync(RawSettings settings)
    {
        var options = Read(settings);
        try
        {
            await using var server = await ConsoleServer.StartAsync(options, env.Interrupts.Stop);
            await TellAsync(options, server);
            var stopped = new TaskCompletionSource();
            await using var registration = env.Interrupts.Stop.Register(() => stopped.TrySetResult());
            await stopped.Task;
            await env.Error.WriteLineAsync("Stopping: what goes on is interrupted, and what was found until now is kept.");
            return ExitCode.Success;
        }
        catch (ConsoleException e)
        {
            throw new UsageException(Printable.Line(e.Message));
        }
    }

    ConsoleOptions Read(RawSettings settings)
    {
        var read = new SettingReader(settings);
        var reach = new CheckReach(read.Switch(ConsoleSettings.AllowPrivate));
        var rooms = new OwnRooms(env.Clock, reach);
        return new ConsoleOptions
        {
            Port = read.Whole(ConsoleSettings.Port, 0, 65535, "a port number") ?? UsualPort,
            Address = Address(read.Text(ConsoleSettings.Bind)),
            Token = read.Text(ConsoleSettings.Token) ?? (env.Variable(ConsoleSettings.TokenVariable)?.Trim() is { Length: > 0 } token ? token : null),
            Data = new DirectoryInfo(Path.GetFullPath(read.Text(ConsoleSettings.Data) ?? Path.Combine("reports", "console"), env.WorkingDirectory)),
            AtATime = read.Whole(ConsoleSettings.AtATime, 1, 16, "a whole number of checks") ?? 2,
            Reach = reach,
            Checks = new ConsoleChecks(env, rooms, reach),
            Proofs = new ConsoleProofs(env, rooms),
            Version = VersionAction.Version,
            Clock = env.Clock,
            Tell = text => env.Error.WriteLine(Printable.Line(text)),
        };
    }

    async Task TellAsync(ConsoleOptions options, ConsoleServer server)
    {
        await env.Out.WriteLineAsync($"Console: {server.Address.OriginalString.TrimEnd('/')}/");
        await env.Out.WriteLineAsync(Printable.Line($"Checks are kept in {options.Data.FullName}; Ctrl-C stops the console."));
        if (options.Token is not null)
            await env.Out.WriteLineAsync("Visitors must enter the token.");
        if (!IPAddress.IsLoopback(options.Address))
            await env.Error.WriteLineAsync("Warning: others can reach this address, and it is plain HTTP, which whoever is on the way can read: use it in a network you trust.");
        if (options.Reach.IsEverywhere)
            await env.Error.WriteLineAsync("Warning: whoever can open this console can let it ask addresses of this machine and of its network.");
    }

    static IPAddress Address(string? text) => text switch
    {
        null or "localhost" => IPAddress.Loopback,
        "*" => IPAddress.Any,
        _ when IPAddress.TryParse(text.Trim('[', ']'), out var address) => address,
        _ => throw new UsageException($"--bind: '{Printable.Line(text)}' is not an address; expected such as 127.0.0.1, 0.0.0.0 or ::1."),
    };
}
