using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Cli.Fleet;
using Open311.Cli.Rooms;
using Open311.Cli.Settings;
using Open311.Cli.Taping;
using Open311.Conformance.Findings;
using Open311.Conformance.Profiles;
using Open311.Conformance.Targets;

namespace Open311.Cli.Checking;

/// <summary><c>open311 check</c>.</summary>
internal sealed class CheckCommand(IConsoleEnvironment env, IRooms rooms)
{
    /// <summary>The name of the target when no URL is given.</summary>
    public const string EmbeddedCity = "embedded city";

    // Nobody has to clean up after it: everything there is to post is posted.
    const int OwnBudget = 200;

    static readonly string[] ofOneRun = [CheckSettings.WaitFor, CheckSettings.WaitTimeout];

    /// <summary>Judges, reports, and tells the exit code.</summary>
    /// <exception cref="UsageException">Something given cannot be used; nothing was sent.</exception>
    public async Task<int> RunAsync(RawSettings commandLine)
    {
        if (commandLine.Has(CheckSettings.Targets))
        {
            if (ofOneRun.Select(commandLine.One).FirstOrDefault(v => v is not null) is { } ofOne)
                throw new UsageException($"{ofOne.Origin}: This is for one target; leave it or --{CheckSettings.Targets} out.");
            return await new FleetCommand(env, rooms).RunAsync(commandLine);
        }

        var recorded = commandLine.One(CheckSettings.Recording) is { } named ? RecordedTarget.Read(named, env) : null;
        if (recorded is not null && commandLine.One(CheckSettings.Url) is not null)
            throw new UsageException($"--{CheckSettings.Recording}: A URL is given, too; judge either the city or its recording.");
        var options = ReadOptions(commandLine);
        if (recorded is not null)
            options = recorded.Over(options);
        var secrets = Secrets.Of(options.Target);
        using var proof = CheckProof.Prepare(options, env, rooms);
        var folder = ReportFolder.Create(options.Out, options.Target?.Endpoint, env);
        try
        {
            return await RunAsync(options, folder, secrets, proof, recorded);
        }
        catch (Exception e) when (e is not (OperationCanceledException or UsageException))
        {
            await env.Error.WriteLineAsync(Fault.Sentence(e, secrets));
            return ExitCode.CouldNotTest;
        }
        finally
        {
            ReportFolder.RemoveIfEmpty(folder);
        }
    }

    CheckOptions ReadOptions(RawSettings commandLine)
    {
        if ((commandLine.One(CheckSettings.Parallel) ?? commandLine.One(CheckSettings.Part)) is { } ofMany)
            throw new UsageException($"{ofMany.Origin}: This is for many targets; name their file by --{CheckSettings.Targets}.");
        var file = commandLine.One(CheckSettings.Config) is { } config
            ? ConfigurationFile.Read(config.Text, env.WorkingDirectory)
            : new RawSettings();
        var preset = commandLine.One(CheckSettings.Preset) is { } named ? Presets.Find(named) : new RawSettings();
        return new CheckOptionsReader(commandLine.Over(file).Over(preset), env.Variable, rooms.Suite).Read();
    }

    async Task<int> RunAsync(CheckOptions options, string folder, Secrets secrets, CheckProof proof, RecordedTarget? recorded)
    {
        var narrator = new RunNarrator(env, options, secrets);
        narrator.Warn();
        if (options.WaitFor is { } service && await new ServiceWait(env, rooms.Suite).RunAsync(service, options.WaitTimeout, narrator.Tell) is { } missing)
        {
            await env.Error.WriteLineAsync(secrets.Hide(missing));
            return ExitCode.CouldNotTest;
        }

        RunReport report;
        if (recorded is not null)
        {
            report = await narrator.Display.ShowAsync(progress => recorded.JudgeAsync(options, rooms.Suite, narrator.Listen, progress, env.Interrupts.Stop));
        }
        else if (options.Target is { } target)
        {
            report = await JudgeAsync(target, options, narrator, folder);
        }
        else
        {
            await using var city = await rooms.Cities.StartAsync(options.SeveralJurisdictions, env.Interrupts.Stop);
            report = await JudgeAsync(TargetOf(city, options), options, narrator, folder) with { TargetName = EmbeddedCity };
        }

        report = Settlement.Of(report);
        if (report.Target.Writes.DryRun)
            return await PreviewAsync(report);
        if (proof.Profile is { } profile)
            report = report with { Profile = new ProfileJudge(rooms.Catalogue).Judge(profile, report) };
        return await TellAsync(report, options, folder, proof);
    }

    async Task<RunReport> JudgeAsync(Target target, CheckOptions options, RunNarrator narrator, string folder)
    {
        using var notice = env.Interrupts.Stop.Register(narrator.TellStopping);
        return await narrator.Display.ShowAsync(progress =>
            new TargetJudge(env, rooms).JudgeAsync(target, options.Settings, folder, narrator.Listen, progress));
    }

    async Task<int> TellAsync(RunReport report, CheckOptions options, string folder, CheckProof proof)
    {
        string result;
        var gate = proof.Judge(report);
        var exitCode = gate.ExitCode;
        try
        {
            var files = await rooms.Reports.WriteAsync(report, folder, options.Order);
            result = $"{Settlement.Words(report)}. Report: {ReportFolder.Shown(files[0], env)}";
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

        foreach (var line in gate.Lines)
            await env.Out.WriteLineAsync(Printable.Line(line));
        exitCode = Math.Max(exitCode, await TellOfBundleAsync(await proof.WriteBundleAsync(report)));
        await env.Out.WriteLineAsync(result);
        return exitCode;
    }

    async Task<int> TellOfBundleAsync(Packed packed)
    {
        foreach (var problem in packed.Problems)
            await env.Error.WriteLineAsync(problem);
        if (packed.Told is { } told)
            await env.Out.WriteLineAsync(told);
        return packed.ExitCode;
    }

    // What a run would post, for somebody to look at before consenting; there is nothing to report yet.
    async Task<int> PreviewAsync(RunReport report)
    {
        if (!report.Preflight.IsReady)
        {
            await env.Out.WriteLineAsync(Printable.Line($"Nothing can be planned yet: {report.Preflight.Message} {report.Preflight.Advice}"));
            return ExitCode.CouldNotTest;
        }

        foreach (var line in rooms.Reports.Preview(report))
            await env.Out.WriteLineAsync(line);
        return report.Incomplete is null ? ExitCode.Success : ExitCode.CouldNotTest;
    }

    static Target TargetOf(IOpenCity city, CheckOptions options) => new()
    {
        Endpoint = city.Endpoint,
        Discovery = city.Discovery,
        Jurisdictions = city.Jurisdictions,
        MultiJurisdiction = city.Jurisdictions.Count > 1,
        ApiKey = city.ApiKey,
        Writes = new WriteOptions { Allowed = city.ApiKey is not null, MaxPosts = OwnBudget },
        Classes = options.Classes,
        Only = options.Only,
    };
}
