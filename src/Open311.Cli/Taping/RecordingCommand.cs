using System.Globalization;
using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Cli.Settings;
using Open311.Conformance.Replaying;
using Open311.Conformance.Running;
using Open311.Recordings.Cassettes;
using Open311.Recordings.Exporting;
using Open311.Recordings.Storing;

namespace Open311.Cli.Taping;

/// <summary><c>open311 recording</c>: what can be done with recordings.</summary>
internal sealed class RecordingCommand(IConsoleEnvironment env)
{
    /// <summary>Lists the recordings that come with the tool.</summary>
    public async Task<int> ListAsync()
    {
        foreach (var name in RecordingFinder.Names)
        {
            var info = RecordingFinder.ShippedInfo(name);
            await env.Out.WriteLineAsync(Printable.Line($"{name,-20} {info.Exchanges,5} exchanges  {info.Verdict?.Outcome ?? "not judged",-14} {info.Source}"));
        }

        await env.Out.WriteLineAsync();
        await env.Out.WriteLineAsync("All were made of this tool's simulations of dialects, none of a real city; 'open311 record' makes those.");
        return ExitCode.Success;
    }

    /// <summary>Tells what is in a recording.</summary>
    public async Task<int> ShowAsync(string name)
    {
        var recording = RecordingFinder.Read(new RawValue(name, "RECORDING"), env);
        var info = recording.Info;
        await env.Out.WriteLineAsync(Printable.Line($"source      {info.Source}"));
        await env.Out.WriteLineAsync(Printable.Line(string.Create(CultureInfo.InvariantCulture, $"recorded    {info.Recorded.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, {info.Kind.ToString().ToLowerInvariant()}, by open311 {info.Tool}")));
        if (info.Note is { } note)
            await env.Out.WriteLineAsync(Printable.Line($"note        {note}"));
        if (info.Software is { } software)
            await env.Out.WriteLineAsync(Printable.Line($"software    {software}"));
        if (info.Jurisdictions.Count > 0)
            await env.Out.WriteLineAsync(Printable.Line($"sent as     jurisdiction_id={string.Join(", ", info.Jurisdictions)}"));
        if (info.Verdict is { } verdict)
            await env.Out.WriteLineAsync(Printable.Line($"verdict     {verdict.Outcome} by {verdict.RequirementSet}{(verdict.Failed.Count == 0 ? "" : $": {string.Join(", ", verdict.Failed)}")}"));
        await env.Out.WriteLineAsync(info.Scrubbed is { } seal ? Printable.Line($"scrubbed    yes{(seal.Kept.Count == 0 ? "" : $", but for {string.Join(", ", seal.Kept)}")}") : "scrubbed    no");
        await env.Out.WriteLineAsync($"exchanges   {recording.Cassette.Takes.Count}");
        foreach (var take in recording.Cassette.Takes)
            await env.Out.WriteLineAsync(Printable.Line($"  {take.Number,4}  {take.Method} {take.Url} {(take.Status == 0 ? take.Outcome : take.Status.ToString(CultureInfo.InvariantCulture))} {take.ResponseBody.Length} bytes"));
        return ExitCode.Success;
    }

    /// <summary>Makes a recording of a HAR file.</summary>
    public async Task<int> ImportAsync(string file, string? endpoint, string? folder, bool force, ScrubChoice scrub)
    {
        if (folder is null)
            throw new UsageException("--out: Say where the recording goes: --out DIR.");
        var path = Path.GetFullPath(folder, env.WorkingDirectory);
        try
        {
            RecordingFolder.Refuse(path, force);
            var cassette = HarImport.Read(Path.GetFullPath(file, env.WorkingDirectory));
            var found = ForeignEndpoint.In(TakeMaking.Exchanges(cassette));
            if (endpoint is null && found.Count == 0)
                throw new UsageException($"'{Printable.Line(file)}' holds {cassette.Takes.Count} exchanges, but none with a GeoReport endpoint. Name the endpoint by --base if its URLs look otherwise.");
            var source = endpoint is null ? found[0].Base : EndpointUrl.Endpoint(new RawValue(endpoint, "--base")).OriginalString.TrimEnd('/');
            var ours = TakeMasking.Of([.. cassette.Takes.Where(t => IsOf(t, source))]);
            if (ours.Takes.Count == 0)
                throw new UsageException($"--base: '{Printable.Line(file)}' holds nothing of {Printable.Line(source)}.");
            return await new RecordingKeeper(env).KeepAsync(new Recording(RecordingInfos.Of(ours, source, RecordingKind.Import, Tool), ours), path, force, null, scrub);
        }
        catch (RecordingException e)
        {
            throw new UsageException(Printable.Line(e.Message));
        }
    }

    /// <summary>Takes personal data out of a recording, into another one.</summary>
    public async Task<int> ScrubAsync(string name, string? folder, bool force, bool again, ScrubChoice scrub)
    {
        if (folder is null)
            throw new UsageException("--out: Say where the scrubbed recording goes: --out DIR.");
        var path = Path.GetFullPath(folder, env.WorkingDirectory);
        try
        {
            RecordingFolder.Refuse(path, force);
        }
        catch (RecordingException e)
        {
            throw new UsageException($"--out: {Printable.Line(e.Message)}");
        }

        var recording = RecordingFinder.Read(new RawValue(name, "RECORDING"), env);
        if (recording.Info.Scrubbed is { } seal && !again)
        {
            var kept = seal.Kept.Count == 0 ? "nothing was kept" : $"{string.Join(", ", seal.Kept)} {(seal.Kept.Count == 1 ? "was" : "were")} kept";
            throw new UsageException(Printable.Line($"RECORDING: '{name}' is scrubbed already, and {kept}. Scrubbing once more cannot tell made up numbers and positions from real ones and moves them again; add --again if that is meant, such as to take out what was kept."));
        }

        return await new RecordingKeeper(env).KeepAsync(recording, path, force, null, scrub);
    }

    /// <summary>Gives a recording to another tool.</summary>
    public async Task<int> ExportAsync(string name, string? form, string? to)
    {
        var forms = RecordingExports.All;
        var chosen = forms.FirstOrDefault(f => f.Name.Equals(form, StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException($"--as: '{Printable.Line(form ?? "")}' is no form; expected one of {string.Join(", ", forms.Select(f => f.Name))}.{Suggestion.For(form ?? "", [.. forms.Select(f => f.Name)])}");
        var path = Path.GetFullPath(to ?? throw new UsageException("--out: Say where it goes: --out FILE."), env.WorkingDirectory);
        if (Path.Exists(path))
            throw new UsageException($"--out: {Printable.Line(to)} is there already; name another place.");
        var recording = RecordingFinder.Read(new RawValue(name, "RECORDING"), env);
        try
        {
            foreach (var note in chosen.Write(recording, path))
                await env.Error.WriteLineAsync(Printable.Line(note));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await env.Error.WriteLineAsync($"Error: {Printable.Line(to)} cannot be written: {Printable.Line(e.Message)}");
            return ExitCode.CouldNotTest;
        }

        await env.Out.WriteLineAsync(Printable.Line($"{recording.Cassette.Takes.Count} exchanges of {recording.Info.Source} as {chosen.Name}: {to}"));
        return ExitCode.Success;
    }

    static string Tool => typeof(ConformanceSuite).Assembly.GetName().Version?.ToString(3) ?? "";

    static bool IsOf(Take take, string source) =>
        take.Url.StartsWith(source + "/", StringComparison.OrdinalIgnoreCase)
        || (take.Url.StartsWith(new Uri(source).GetLeftPart(UriPartial.Authority) + "/", StringComparison.OrdinalIgnoreCase) && Open311.Recordings.Reading.RecordedPaths.IsDiscovery(take));
}
