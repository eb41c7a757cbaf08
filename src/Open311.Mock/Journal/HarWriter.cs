using System.Globalization;
using System.Text.Json;

namespace Open311.Mock.Journal;

/// <summary>Writes calls as HAR 1.2; findings are in the custom member <c>_findings</c> of an entry.</summary>
internal static class HarWriter
{
    public static void Write(Stream output, IReadOnlyList<JournalRecord> records, Uri origin)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteStartObject("log");
        json.WriteString("version", "1.2");
        json.WriteStartObject("creator");
        json.WriteString("name", "open311 mock");
        json.WriteString("version", typeof(HarWriter).Assembly.GetName().Version?.ToString() ?? "0");
        json.WriteEndObject();
        json.WriteStartArray("entries");
        foreach (var record in records)
            Entry(json, record, origin);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void Entry(Utf8JsonWriter json, JournalRecord record, Uri origin)
    {
        var duration = Math.Round(record.Duration.TotalMilliseconds, 3);
        json.WriteStartObject();
        json.WriteNumber("_number", record.Number);
        json.WriteString("startedDateTime", record.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture));
        json.WriteNumber("time", duration);
        Request(json, record, origin);
        Response(json, record);
        json.WriteStartObject("cache");
        json.WriteEndObject();
        json.WriteStartObject("timings");
        json.WriteNumber("send", 0);
        json.WriteNumber("wait", duration);
        json.WriteNumber("receive", 0);
        json.WriteEndObject();
        if (record.AnsweredBy is { } other)
            json.WriteString("_answeredBy", other);
        json.WriteStartArray("_findings");
        foreach (var finding in record.Findings)
        {
            json.WriteStartObject();
            json.WriteString("requirement", finding.Requirement);
            json.WriteString("verdict", finding.Verdict);
            json.WriteString("received", finding.Received);
            json.WriteString("expected", finding.Expected);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Request(Utf8JsonWriter json, JournalRecord record, Uri origin)
    {
        var target = record.Target.StartsWith('/') ? record.Target : "/" + record.Target;
        json.WriteStartObject("request");
        json.WriteString("method", record.Method);
        json.WriteString("url", $"{origin.Scheme}://{origin.Authority}{target}");
        json.WriteString("httpVersion", record.Version);
        Empty(json, "cookies");
        Headers(json, record.Headers);
        json.WriteStartArray("queryString");
        foreach (var argument in Clients.SentArguments.OfQuery(target.IndexOf('?') is >= 0 and var mark ? target[(mark + 1)..] : ""))
            Pair(json, argument.Name, argument.Value);
        json.WriteEndArray();
        if (record.BodyLength > 0)
        {
            json.WriteStartObject("postData");
            json.WriteString("mimeType", record.Headers.FirstOrDefault(h => h.Key.Equals("content-type", StringComparison.OrdinalIgnoreCase)).Value ?? "");
            json.WriteString("text", record.Body);
            json.WriteEndObject();
        }

        json.WriteNumber("headersSize", -1);
        json.WriteNumber("bodySize", record.BodyLength);
        json.WriteEndObject();
    }

    static void Response(Utf8JsonWriter json, JournalRecord record)
    {
        json.WriteStartObject("response");
        json.WriteNumber("status", record.Status);
        json.WriteString("statusText", "");
        json.WriteString("httpVersion", "HTTP/1.1");
        Empty(json, "cookies");
        Headers(json, record.AnswerHeaders);
        json.WriteStartObject("content");
        json.WriteNumber("size", record.AnswerBodyLength);
        json.WriteString("mimeType", record.AnswerHeaders.FirstOrDefault(h => h.Key.Equals("content-type", StringComparison.OrdinalIgnoreCase)).Value ?? "");
        json.WriteString("text", record.AnswerBody);
        json.WriteEndObject();
        json.WriteString("redirectURL", "");
        json.WriteNumber("headersSize", -1);
        json.WriteNumber("bodySize", record.AnswerBodyLength);
        json.WriteEndObject();
    }

    static void Headers(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        json.WriteStartArray("headers");
        foreach (var (name, value) in headers)
            Pair(json, name, value);
        json.WriteEndArray();
    }

    static void Pair(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("value", value);
        json.WriteEndObject();
    }

    static void Empty(Utf8JsonWriter json, string name)
    {
        json.WriteStartArray(name);
        json.WriteEndArray();
    }
}
