using System.Text.Json;
using System.Text.RegularExpressions;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Tests.Support;

namespace Open311.Conformance.Tests.Corpus;

/// <summary>
/// The recorded answers of one real server, as a source of exchanges: a question of the suite is answered by the recording of the same
/// kind of question, and everything else was not recorded.
/// </summary>
sealed partial class CorpusRecording : IExchangeSource
{
    readonly Dictionary<string, ScriptedAnswer> byFile = [];
    readonly HashSet<string> knownIds;
    readonly HashSet<string> knownCodes;

    public CorpusRecording(string folder)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "manifest.json")));
        foreach (var file in manifest.RootElement.GetProperty("files").EnumerateArray())
        {
            var name = file.GetProperty("file").GetString()!;
            byFile[name] = new ScriptedAnswer(
                file.GetProperty("http_status").GetInt32(),
                file.GetProperty("content_type").GetString() ?? "",
                File.ReadAllBytes(Path.Combine(folder, name)));
        }

        knownIds = Found("requests", Ids());
        knownCodes = Found("services", Codes());
    }

    public bool IsLive => false;

    public ValueTask<Exchange> SendAsync(ProbeRequest request, CancellationToken cancellation)
    {
        var file = request.Method == "GET" ? FileFor(new ScriptedQuestion(request)) : null;
        var recorded = file is not null && byFile.TryGetValue(file, out var found) ? found : null;
        return ValueTask.FromResult(new Exchange
        {
            Request = request,
            Outcome = recorded is null ? ExchangeOutcome.NotRecorded : ExchangeOutcome.Answered,
            Problem = recorded is null ? "The recording holds no such exchange." : null,
            Answer = recorded is null ? null : new Answer
            {
                Status = recorded.Status,
                Headers = recorded.ContentType.Length > 0 ? [new("Content-Type", recorded.ContentType)] : [],
                Body = recorded.Body,
            },
            Started = DateTimeOffset.UnixEpoch,
        });
    }

    string? FileFor(ScriptedQuestion q)
    {
        var extension = q.Path.EndsWith(".json", StringComparison.Ordinal) ? "json" : "xml";
        if (q["jurisdiction_id"] is { Length: > 0 } jurisdiction && jurisdiction.Contains("nonce", StringComparison.Ordinal))
            return $"badjur.{extension}";
        if (q.Path.EndsWith($"discovery.{extension}", StringComparison.Ordinal))
            return $"discovery.{extension}";
        if (q.Path is "services.xml" or "services.json")
            return Arguments(q, []) ? $"services.{extension}" : null;
        if (Definition().Match(q.Path) is { Success: true } definition)
            return knownCodes.Contains(definition.Groups[1].Value) ? knownCodes.First() == definition.Groups[1].Value ? $"def.{extension}" : null : $"def404.{extension}";
        if (Request().Match(q.Path) is { Success: true } single)
            return single.Groups[1].Value == RecordedId(extension) ? $"request.{extension}" : knownIds.Contains(single.Groups[1].Value) ? null : $"request404.{extension}";
        if (q.Path is "requests.xml" or "requests.json")
            return Requests(q, extension);
        return null;
    }

    static string? Requests(ScriptedQuestion q, string extension)
    {
        if (Arguments(q, []))
            return $"requests.{extension}";
        if (extension != "json")
            return null;
        if (Arguments(q, ["status"]))
            return q["status"] switch { "open" => "requests_open.json", "closed" => "requests_closed.json", { } s when s.StartsWith("nonce", StringComparison.Ordinal) => "badstatus.json", _ => null };
        return Arguments(q, ["start_date"]) && q["start_date"]!.StartsWith("nonce", StringComparison.Ordinal) ? "baddate.json" : null;
    }

    // Only the named arguments, beside the jurisdiction.
    static bool Arguments(ScriptedQuestion q, string[] names) =>
        q.Request.Url.OriginalString.Split('?', 2) is var parts
        && (parts.Length == 1 ? [] : parts[1].Split('&').Select(p => p.Split('=')[0]).Where(n => n != "jurisdiction_id")).Order().SequenceEqual(names.Order());

    string? RecordedId(string extension) =>
        byFile.TryGetValue($"request.{extension}", out var answer) && Ids().Match(Text(answer)) is { Success: true } match ? match.Groups[1].Value : null;

    HashSet<string> Found(string stem, Regex regex) =>
    [
        .. ((string[])["xml", "json"]).SelectMany(e => byFile.TryGetValue($"{stem}.{e}", out var answer) ? regex.Matches(Text(answer)).Select(m => m.Groups[1].Value) : []),
    ];

    static string Text(ScriptedAnswer answer) => System.Text.Encoding.UTF8.GetString(answer.Body);

    [GeneratedRegex("""service_request_id"?\s*[:>]\s*"?([^"<,}\s]+)""")]
    private static partial Regex Ids();

    [GeneratedRegex("""service_code"?\s*[:>]\s*"?([^"<,}]+)""")]
    private static partial Regex Codes();

    [GeneratedRegex(@"^services/(.+)\.(xml|json)$")]
    private static partial Regex Definition();

    [GeneratedRegex(@"^requests/(.+)\.(xml|json)$")]
    private static partial Regex Request();
}
