using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;
using Open311.Cli.Settings;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Targets;

namespace Open311.Cli.Checking;

/// <summary><c>open311 check</c>.</summary>
internal sealed class CheckCommand(IConsoleEnvironment env, IRooms rooms)
{
    /// <summary>The name of the target when no URL is given.</summary>
    public const string EmbeddedCity = "embedded city";

    /// <summary>Judges, reports, and tells the exit code.</summary>
    /// <exception cref="UsageException">Something given cannot be used; nothing was sent.</exception>
    public async Task<int> RunAsync(RawSettings commandLine)
    {
        var options = ReadOptions(commandLine);
        var secrets = Secrets.Of(options.Target);
        var folder = ReportFolder.Create(options.Out, options.Target?.Endpoint, env);
        try
        {
            return await RunAsync(options, folder, secrets);
        }
        catch (Exception e) when (e is not (OperationCanceledException or UsageException))
        {
            await env.Error.WriteLineAsync(Fault.Sentence(e, secrets));
            return ExitCode.CouldNotTest;
        }
        finally
        {
            RemoveIfEmpty(folder);
        }
    }

    CheckOptions ReadOptions(RawSettings commandLine)
    {
        var file = commandLine.One(CheckSettings.Config) is { } config
            ? ConfigurationFile.Read(config.Text, env.WorkingDirectory)
            : new RawSettings();
        return new CheckOptionsReader(commandLine.Over(file), env.Variable, rooms.Suite).Read();
    }

    async Task<int> RunAsync(CheckOptions options, string folder, Secrets secrets)
    {
        var narrator = new RunNarrator(env, options, secrets);
        narrator.Warn();
        RunReport report;
        if (options.Target is { } target)
        {
            report = await JudgeAsync(target, options, narrator);
        }
        else
        {
            await using var city = await rooms.Cities.StartAsync(0, [], [], env.Interrupts.Stop);
            report = await JudgeAsync(TargetOf(city, options), options, narrator) with { TargetName = EmbeddedCity };
        }

        report = Settlement.Of(report);
        return await TellAsync(report, options, folder);
    }

    async Task<RunReport> JudgeAsync(Target target, CheckOptions options, RunNarrator narrator)
    {
        var source = rooms.Suite.Open(options.Settings, env.Clock);
        try
        {
            using var notice = env.Interrupts.Stop.Register(narrator.TellStopping);
            return await narrator.Display.ShowAsync(progress =>
                rooms.Suite.RunAsync(target, options.Settings, narrator.Listen(source), env.Clock, progress, env.Interrupts.Stop));
        }
        finally
        {
            await CloseAsync(source);
        }
    }

    async Task<int> TellAsync(RunReport report, CheckOptions options, string folder)
    {
        string result;
        var exitCode = (int)report.Outcome;
        try
        {
            var files = await rooms.Reports.WriteAsync(report, folder, options.Reports);
            result = $"{Settlement.Words(report)}. Report: {ShownPath(files[0])}";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            exitCode = ExitCode.CouldNotTest;
            result = $"{Settlement.Words(report)}, but the reports could not be written: {Printable.Line(e.Message)}";
        }

        if (!options.Quiet)
        {
            new SummaryPrinter(env).Print(rooms.Reports.Summarise(report), report.Outcome);
            await env.Out.WriteLineAsync();
        }

        await env.Out.WriteLineAsync(result);
        return exitCode;
    }

    static Target TargetOf(IOpenCity city, CheckOptions options) => new()
    {
        Endpoint = city.Endpoint,
        Discovery = city.Discovery,
        Jurisdictions = city.Jurisdiction is { } jurisdiction ? [jurisdiction] : [],
        Classes = options.Classes,
        Only = options.Only,
    };

    static async ValueTask CloseAsync(IExchangeSource source)
    {
        if (source is IAsyncDisposable asynchronous)
            await asynchronous.DisposeAsync();
        else
            (source as IDisposable)?.Dispose();
    }

    static void RemoveIfEmpty(string folder)
    {
        if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
            Directory.Delete(folder);
    }

    string ShownPath(string path)
    {
        var relative = Path.GetRelativePath(env.WorkingDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
