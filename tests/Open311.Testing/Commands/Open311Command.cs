using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Open311.Testing.Commands;

/// <summary>The command as it is shipped, in a process and a folder of its own.</summary>
public sealed class Open311Command : IDisposable
{
    static readonly TimeSpan look = TimeSpan.FromMilliseconds(20);

    /// <summary>Where the command is built to.</summary>
    public static string Program { get; } = Repository.PathOf(
        "src", "Open311.Cli", "bin", typeof(Open311Command).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration, "net10.0", "open311.dll");

    readonly DirectoryInfo folder;
    readonly Process process;
    readonly Task<string> output;
    readonly Task<string> error;
    readonly long started = Stopwatch.GetTimestamp();

    Open311Command(DirectoryInfo folder, Process process)
    {
        this.folder = folder;
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
        error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts the command in a new folder.</summary>
    /// <exception cref="FileNotFoundException">The command was not built.</exception>
    public static Open311Command Start(params string[] arguments)
    {
        if (!File.Exists(Program))
            throw new FileNotFoundException($"{Program} is missing: build src/Open311.Cli first.");
        var folder = Directory.CreateTempSubdirectory("open311-");
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.FullName,
        };
        start.Environment.Remove("OPEN311_API_KEY");
        return new Open311Command(folder, Process.Start(start)!);
    }

    /// <summary>Runs <c>check</c> with reports in the folder <c>report</c>.</summary>
    public static Task<CommandRun> CheckAsync(CancellationToken cancellation, params string[] arguments) =>
        RunAsync(cancellation, ["check", .. arguments, "--out", "report"]);

    /// <summary>Runs a command to its end.</summary>
    public static async Task<CommandRun> RunAsync(CancellationToken cancellation, params string[] arguments)
    {
        using var command = Start(arguments);
        return await command.EndAsync(cancellation);
    }

    /// <summary>Presses Ctrl-C.</summary>
    public async Task InterruptAsync(CancellationToken cancellation)
    {
        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await kill.WaitForExitAsync(cancellation);
    }

    /// <summary>Waits for the end and keeps an eye on the memory.</summary>
    public async Task<CommandRun> EndAsync(CancellationToken cancellation)
    {
        var peak = 0L;
        using var timer = new PeriodicTimer(look);
        while (!process.HasExited)
        {
            peak = Math.Max(peak, Peak());
            await timer.WaitForNextTickAsync(cancellation);
        }

        await process.WaitForExitAsync(cancellation);
        return new CommandRun(process.ExitCode, await output, await error, Stopwatch.GetElapsedTime(started), peak, folder);
    }

    /// <summary>Ends the process, should it still run.</summary>
    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    // PeakWorkingSet64 is unknown for other processes on Linux before .NET asks the kernel itself.
    long Peak()
    {
        try
        {
            if (!OperatingSystem.IsLinux())
            {
                process.Refresh();
                return process.PeakWorkingSet64;
            }

            var line = File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // It has just ended.
            return 0;
        }
    }
}
