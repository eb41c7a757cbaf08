using System.Text.Json;
using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;
using Open311.Cli.Settings;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Targets;
using Open311.Recordings.Cassettes;
using Open311.Recordings.Comparing;
using Open311.Recordings.Storing;

namespace Open311.Cli.Taping;

/// <summary><c>open311 diff</c>.</summary>
internal sealed class DiffCommand(IConsoleEnvironment env, IRooms rooms)
{
    static readonly JsonSerializerOptions json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Holds a recording against a live city or another recording; 0 when nothing changed in meaning, 1 when something did, 3 when it could not be asked.</summary>
    /// <exception cref="UsageException">Something given cannot be used.</exception>
    public async Task<int> RunAsync(string recording, string other, string? rate, bool asJson)
    {
        var before = RecordingFinder.Read(new RawValue(recording, "RECORDING"), env);
        var settings = new RawSettings();
        if (rate is not null)
            settings["rate"] = [new RawValue(rate, "--rate")];
        var perSecond = new SettingReader(settings).Number("rate", 0, 1000, "a number of requests a second");
        var isUrl = other.Contains("://", StringComparison.Ordinal);
        var after = isUrl
            ? await AskAsync(before, EndpointUrl.Endpoint(new RawValue(other, "URL")), perSecond)
            : RecordingFinder.Read(new RawValue(other, "OTHER"), env);
        if (!after.Cassette.Takes.Any(t => t.Status > 0))
        {
            await env.Error.WriteLineAsync(Printable.Line($"{other} gave no answer to what was recorded: {after.Cassette.Takes.Select(t => t.Problem).FirstOrDefault() ?? "nothing could be asked."}"));
            return ExitCode.CouldNotTest;
        }

        var differences = RecordingDiff.Of(before, after);
        if (asJson)
        {
            await env.Out.WriteLineAsync(JsonSerializer.Serialize(new DiffDocument(Sided(before), Sided(after), differences), json));
        }
        else
        {
            foreach (var difference in differences)
                await env.Out.WriteLineAsync(Printable.Line(difference.Text));
            await env.Out.WriteLineAsync(differences.Count == 0 ? "Nothing changed in meaning." : $"{differences.Count} difference{(differences.Count == 1 ? "" : "s")} in meaning.");
        }

        return differences.Count == 0 ? ExitCode.Success : ExitCode.Nonconformant;
    }

    static DiffSide Sided(Recording recording) => new(recording.Info.Source, recording.Info.Recorded, recording.Cassette.Takes.Count(t => t.Status > 0));

    // The same questions once more, each once; what was asked with a key that is not kept cannot be asked again.
    async Task<Recording> AskAsync(Recording before, Uri endpoint, double? perSecond)
    {
        var source = before.Info.Source.TrimEnd('/');
        var origin = new Uri(source).GetLeftPart(UriPartial.Authority);
        var settings = new RunSettings { Rate = perSecond ?? (endpoint.IsLoopback ? 0 : 4), Concurrency = 1 };
        var probe = rooms.Suite.OpenForRecording(settings, env.Clock);
        var started = env.Clock.GetUtcNow();
        var exchanges = new List<Exchange>();
        try
        {
            foreach (var take in before.Cassette.Takes.Where(IsPlain).DistinctBy(t => t.Url))
            {
                var to = endpoint.OriginalString.TrimEnd('/');
                var url = take.Url.StartsWith(source, StringComparison.OrdinalIgnoreCase) ? to + take.Url[source.Length..]
                    : take.Url.StartsWith(origin, StringComparison.OrdinalIgnoreCase) ? endpoint.GetLeftPart(UriPartial.Authority) + take.Url[origin.Length..]
                    : null;
                if (url is not null && ProbeUrl.TryExact(url, out var exact))
                    exchanges.Add(await probe.SendAsync(new ProbeRequest { Url = exact, CaseId = "diff" }, env.Interrupts.Stop));
            }
        }
        finally
        {
            if (probe is IAsyncDisposable open)
                await open.DisposeAsync();
        }

        var info = before.Info with { Source = endpoint.OriginalString.TrimEnd('/'), Recorded = started, Finished = env.Clock.GetUtcNow(), Verdict = null, Scrubbed = null };
        return new Recording(info, TakeMaking.Cassette(exchanges, null));
    }

    static bool IsPlain(Take take) =>
        take is { Method: "GET", Status: > 0, Occasion: 0, Attempt: 0 }
        && !take.Url.Contains(Conformance.Evidence.Redactor.Mask, StringComparison.Ordinal)
        && take.RequestHeaders.All(h => !h.Name.Equals("Accept", StringComparison.OrdinalIgnoreCase) || h.Value == "*/*")
        && take.RequestHeaders.All(h => !h.Name.StartsWith("If-", StringComparison.OrdinalIgnoreCase) && !h.Name.Equals("Origin", StringComparison.OrdinalIgnoreCase));
}
