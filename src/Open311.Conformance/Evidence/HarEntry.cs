using System.Globalization;
using System.Text;
using System.Text.Json;
using Open311.Conformance.Exchanges;

namespace Open311.Conformance.Evidence;

/// <summary>One entry of a HAR as an exchange. What a foreign HAR leaves out is taken as absent; what contradicts HAR is refused.</summary>
internal static class HarEntry
{
    /// <summary>Reads an entry.</summary>
    /// <param name="entry">The element of <c>log.entries</c>.</param>
    /// <param name="position">Its place, from 1, for messages.</param>
    public static Exchange Read(JsonElement entry, int position)
    {
        try
        {
            return Exchange(entry);
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or UriFormatException or KeyNotFoundException)
        {
            throw new InvalidDataException($"Entry {position} of the HAR cannot be read: {e.Message}", e);
        }
    }

    static Exchange Exchange(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object)
            throw new FormatException("it is not an object.");
        var answer = Answer(entry);
        var timings = Member(entry, "timings");
        var wait = Milliseconds(timings, "wait");
        return new Exchange
        {
            Number = Int(entry, "_number"),
            Request = Request(entry),
            Outcome = Enum.TryParse<ExchangeOutcome>(Text(entry, "_outcome"), out var outcome) && Enum.IsDefined(outcome)
                ? outcome
                : answer is null ? ExchangeOutcome.NoAnswer : ExchangeOutcome.Answered,
            Answer = answer,
            Problem = Text(entry, "_problem") ?? (answer is null ? "The HAR holds no answer." : null),
            TlsProblem = Text(entry, "_tlsProblem"),
            Started = DateTimeOffset.TryParse(Text(entry, "startedDateTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var started) ? started : default,
            Wait = wait,
            Duration = wait + Milliseconds(timings, "receive"),
            SentHeaders = Headers(Member(entry, "request"), "headers"),
        };
    }

    static ProbeRequest Request(JsonElement entry)
    {
        var request = Member(entry, "request") ?? throw new FormatException("it has no request.");
        var post = Member(request, "postData");
        return new ProbeRequest
        {
            Method = Text(request, "method") ?? "GET",
            Url = ProbeUrl.Exact(Text(request, "url") ?? ""),
            Headers = Headers(request, "_asked"),
            Body = Bytes(post, "_encoding"),
            CaseId = Text(entry, "_case") ?? "",
            Occasion = Int(entry, "_occasion"),
            Attempt = Int(entry, "_attempt"),
        };
    }

    static Answer? Answer(JsonElement entry)
    {
        if (Member(entry, "response") is not { } response || Int(response, "status") is not (> 0 and var status))
            return null;
        return new Answer
        {
            Status = status,
            Reason = Text(response, "statusText") ?? "",
            HttpVersion = Text(response, "httpVersion") is { Length: > 0 } version ? version : "HTTP/1.1",
            Headers = Headers(response, "headers"),
            Body = Bytes(Member(response, "content"), "encoding"),
            Raw = Text(entry, "_raw") is { } raw ? Convert.FromBase64String(raw) : default,
            WireDefects = [.. Items(entry, "_wireDefects").Select(Defect)],
        };
    }

    static (WireDefect Defect, string Message) Defect(JsonElement item) =>
        Enum.TryParse<WireDefect>(Text(item, "defect"), out var defect) && Enum.IsDefined(defect)
            ? (defect, Text(item, "message") ?? "")
            : throw new FormatException($"'{Shown.Brief(Text(item, "defect") ?? "")}' is not a known wire defect.");

    static ReadOnlyMemory<byte> Bytes(JsonElement? content, string encodingName)
    {
        var text = content is { } c ? Text(c, "text") : null;
        if (text is null)
            return default;
        return "base64".Equals(Text(content!.Value, encodingName), StringComparison.OrdinalIgnoreCase)
            ? Convert.FromBase64String(text)
            : Encoding.UTF8.GetBytes(text);
    }

    static List<HeaderField> Headers(JsonElement? owner, string name) =>
        [.. (owner is { } o ? Items(o, name) : []).Select(h => new HeaderField(Text(h, "name") ?? "", Text(h, "value") ?? ""))];

    static IEnumerable<JsonElement> Items(JsonElement owner, string name) =>
        Member(owner, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    static JsonElement? Member(JsonElement? owner, string name) =>
        owner is { ValueKind: JsonValueKind.Object } o && o.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

    static string? Text(JsonElement owner, string name) => Member(owner, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    static int Int(JsonElement owner, string name) =>
        Member(owner, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : 0;

    static TimeSpan Milliseconds(JsonElement? owner, string name) =>
        owner is { } o && Member(o, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value) && value is > 0 and < 1e12
            ? TimeSpan.FromMilliseconds(value)
            : TimeSpan.Zero;
}
