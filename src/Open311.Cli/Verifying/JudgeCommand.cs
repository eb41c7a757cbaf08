using Open311.Cli.Application;
using Open311.Cli.Checking;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;
using Open311.Cli.Settings;
using Open311.Conformance.Evidence;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Profiles;
using Open311.Conformance.Replaying;
using Open311.Conformance.Targets;
using Open311.Reporting.Languages;

namespace Open311.Cli.Verifying;

/// <summary><c>open311 judge</c>.</summary>
internal sealed class JudgeCommand(IConsoleEnvironment env, IRooms rooms)
{
    const int Shown = 5;

    /// <summary>
    /// Judges a recording; 0 when nothing in it violates a must, 1 when something does, 3 when nothing of it can be judged. Profile and baseline take
    /// the place of the plain verdict, as they do in a run.
    /// </summary>
    /// <exception cref="UsageException">The file, or the endpoint named, cannot be used.</exception>
    public async Task<int> RunAsync(JudgeOptions options)
    {
        var order = new ReportOrder(CheckOptionsReader.Formats, LanguageOf(options.Lang));
        using var proof = CheckProof.Prepare(
            new CheckOptions
            {
                Settings = new RunSettings(),
                Order = order,
                Profile = options.Profile is { } profile ? new RawValue(profile, "--profile") : null,
                Baseline = options.Baseline,
            },
            env,
            rooms);
        var exchanges = Read(options.File);
        var found = ForeignEndpoint.In(exchanges);
        var target = TargetOf(options.File, options.Endpoint, found, exchanges);
        var path = ReportFolder.Create(options.Out, target.Endpoint, env);
        try
        {
            var recording = new ForeignRecording(exchanges, target);
            if (options.Endpoint is null && found.Count > 1)
                await env.Error.WriteLineAsync(Printable.Line($"The recording holds {found.Count} endpoints; {found[0].Base} is judged, which was asked most ({found[0].Exchanges} times). Name another by --base: {string.Join(", ", found.Skip(1).Take(Shown).Select(f => f.Base))}."));
            var report = await rooms.Suite.JudgeAsync(target, recording, recording.Latest == default ? env.Clock.GetUtcNow() : recording.Latest, env.Interrupts.Stop);
            if (proof.Profile is { } asked)
                report = report with { Profile = new ProfileJudge(rooms.Catalogue).Judge(asked, report) };
            return await TellAsync(report, recording, path, order, proof);
        }
        finally
        {
            ReportFolder.RemoveIfEmpty(path);
        }
    }

    async Task<int> TellAsync(RunReport report, ForeignRecording recording, string path, ReportOrder order, CheckProof proof)
    {
        report = report with
        {
            Notes =
            [
                .. report.Notes,
                $"This was judged from a recording made by others ({recording.Offered.Count} questions to the endpoint): bodies are as its writer decoded them, and what was not recorded was not exercised.",
                .. recording.Unjudged.Take(50),
            ],
        };
        var plain = report.Findings.Any(f => f.Verdict == Verdict.Fail) ? ExitCode.Nonconformant
            : recording.Offered.Count > 0 && report.Findings.Any(f => f.Verdict is Verdict.Pass or Verdict.Warn) ? ExitCode.Success
            : ExitCode.CouldNotTest;
        var gate = proof.Judge(report, plain);
        foreach (var line in rooms.Reports.Summarise(report))
            await env.Out.WriteLineAsync(Printable.Lines(line));
        await env.Out.WriteLineAsync();
        foreach (var line in gate.Lines)
            await env.Out.WriteLineAsync(Printable.Line(line));
        await env.Out.WriteLineAsync($"{recording.Offered.Count} questions to the endpoint were judged; {recording.Unjudged.Count} entries could not be.");
        foreach (var line in recording.Unjudged.Take(Shown))
            await env.Out.WriteLineAsync(Printable.Line($"  {line}"));
        if (recording.Unjudged.Count > Shown)
            await env.Out.WriteLineAsync($"  and {recording.Unjudged.Count - Shown} more: see the notes of the report.");
        try
        {
            var files = await rooms.Reports.WriteAsync(report, path, order);
            await env.Out.WriteLineAsync($"{plain switch { ExitCode.Success => "No violation in what was recorded", ExitCode.Nonconformant => "Does not conform", _ => "Nothing could be judged" }}. Report: {ReportFolder.Shown(files[0], env)}");
            return gate.ExitCode;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await env.Error.WriteLineAsync($"Error: The reports could not be written: {Printable.Line(e.Message)}");
            return ExitCode.CouldNotTest;
        }
    }

    static Language LanguageOf(string? tag)
    {
        var settings = new RawSettings();
        if (tag is not null)
            settings[CheckSettings.Lang] = [new RawValue(tag, $"--{CheckSettings.Lang}")];
        return CheckOptionsReader.ReadLanguage(settings);
    }

    static Target TargetOf(string name, string? endpoint, IReadOnlyList<ForeignEndpoint> found, IReadOnlyList<Exchange> exchanges)
    {
        if (endpoint is null && found.Count == 0)
            throw new UsageException($"'{Printable.Line(name)}' holds {exchanges.Count} exchanges, but none with a GeoReport endpoint: no URL ends in services.xml, requests.json or the like. Name the endpoint by --base if its URLs look otherwise.");
        var url = endpoint is null ? new Uri(found[0].Base) : EndpointUrl.Endpoint(new RawValue(endpoint, "--base"));
        var start = url.OriginalString.TrimEnd('/') + "/";
        var asked = exchanges.Select(e => e.Request.Url.OriginalString).Where(u => u.StartsWith(start, StringComparison.Ordinal)).ToList();
        if (asked.Count == 0)
            throw new UsageException($"--base: The recording holds nothing of {Printable.Line(url.OriginalString)}; it holds {(found.Count == 0 ? "no endpoint" : string.Join(", ", found.Take(Shown).Select(f => f.Base)))}.");
        var jurisdiction = asked.Select(u => System.Web.HttpUtility.ParseQueryString(new Uri(u).Query)["jurisdiction_id"]).Where(j => !string.IsNullOrEmpty(j)).GroupBy(j => j!).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key;
        return new Target { Endpoint = url, Jurisdictions = jurisdiction is null ? [] : [jurisdiction] };
    }

    IReadOnlyList<Exchange> Read(string name)
    {
        var shown = Printable.Line(name);
        try
        {
            using var file = File.OpenRead(Path.Combine(env.WorkingDirectory, name));
            return HarReader.Read(file);
        }
        catch (InvalidDataException e)
        {
            throw new UsageException($"'{shown}': {Printable.Line(e.Message)}");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"There is no file '{shown}' in {env.WorkingDirectory}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"'{shown}' cannot be read: {Printable.Line(e.Message)}");
        }
    }
}
