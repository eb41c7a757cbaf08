using System.CommandLine;
using System.CommandLine.Invocation;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;
using Open311.Cli.Settings;

namespace Open311.Cli.Application;

/// <summary>The command <c>open311</c>: reads its arguments, does one thing, tells its exit code.</summary>
internal static class Open311Application
{
    /// <summary>Runs one command line.</summary>
    /// <param name="args">Without the program's name.</param>
    /// <param name="env">The process, or what a test puts in its place.</param>
    /// <param name="rooms">What the commands call; the real rooms when null.</param>
    /// <returns>0 conformant or done, 1 nonconformant, 2 usage or configuration, 3 could not test.</returns>
    public static async Task<int> RunAsync(string[] args, IConsoleEnvironment env, IRooms? rooms = null)
    {
        var aborted = new TaskCompletionSource();
        await using var registration = env.Interrupts.Abort.Register(() => aborted.TrySetResult());
        var work = Task.Run(() => RunGuardedAsync(args, env, rooms ?? new OwnRooms(env.Clock)));
        if (await Task.WhenAny(work, aborted.Task) == work)
            return await work;
        // Whatever was being drawn stops half-way: colour off, cursor on.
        if (env.ErrorIsTerminal || env.OutIsTerminal)
            await env.Error.WriteLineAsync("\u001b[0m\u001b[?25h");
        await env.Error.WriteLineAsync("Aborted: nothing more is written.");
        return ExitCode.CouldNotTest;
    }

    static async Task<int> RunGuardedAsync(string[] args, IConsoleEnvironment env, IRooms rooms)
    {
        try
        {
            return await ParseAndRunAsync(args, env, rooms);
        }
        catch (UsageException e)
        {
            // What was typed is repeated in messages, and a key may be part of it.
            await env.Error.WriteLineAsync($"Error: {Secrets.None.Hide(e.Message)}");
            return ExitCode.Usage;
        }
        catch (OperationCanceledException) when (env.Interrupts.Stop.IsCancellationRequested)
        {
            await env.Error.WriteLineAsync("Stopped before there was anything to report.");
            return ExitCode.CouldNotTest;
        }
#pragma warning disable CA1031 // The last line of defence: whatever breaks is told in a sentence, as a fault of ours.
        catch (Exception e)
#pragma warning restore CA1031
        {
            await env.Error.WriteLineAsync(Fault.Sentence(e, Secrets.None));
            return ExitCode.CouldNotTest;
        }
    }

    static async Task<int> ParseAndRunAsync(string[] args, IConsoleEnvironment env, IRooms rooms)
    {
        var root = CommandTree.Build(env, rooms);
        // An argument that starts with @ is one, not the name of a file to take more arguments from.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        if (parsed.Action is ParseErrorAction && args.Length == 0)
        {
            await InvokeAsync(root.Parse("--help"), env);
            return ExitCode.Usage;
        }

        if (UnusableArguments.In(parsed) is { } sentence)
            throw new UsageException(sentence);
        return await InvokeAsync(parsed, env);
    }

    // Signals are the environment's; exceptions are caught above.
    static Task<int> InvokeAsync(ParseResult parsed, IConsoleEnvironment env) => parsed.InvokeAsync(new InvocationConfiguration
    {
        Output = env.Out,
        Error = env.Error,
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
    });
}
