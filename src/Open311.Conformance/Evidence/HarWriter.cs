using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Open311.Conformance.Exchanges;

namespace Open311.Conformance.Evidence;

/// <summary>
/// Writes exchanges as HAR 1.2 ("HTTP Archive"), readable by browsers and by <see cref="HarReader"/>. What HAR has no place for stands in fields
/// that begin with an underscore.
/// </summary>
public static class HarWriter
{
    const int Piece = 30 * 1024;

    /// <summary>Writes an archive.</summary>
    /// <param name="to">Where to; left open.</param>
    /// <param name="exchanges">What to write, in this order.</param>
    /// <param name="redactor">Takes the API key out of every part.</param>
    /// <param name="toolVersion">Version of the suite.</param>
    public static void Write(Stream to, IEnumerable<Exchange> exchanges, Redactor redactor, string toolVersion)
    {
        using var json = new Utf8JsonWriter(to, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteStartObject("log");
        json.WriteString("version", "1.2");
        json.WriteStartObject("creator");
        json.WriteString("name", "open311");
        json.WriteString("version", toolVersion);
        json.WriteEndObject();
        json.WriteStartArray("entries");
        foreach (var exchange in exchanges)
        {
            Entry(json, redactor.Exchange(exchange));
            json.Flush();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void Entry(Utf8JsonWriter json, Exchange exchange)
    {
        var receive = exchange.Duration > exchange.Wait ? exchange.Duration - exchange.Wait : TimeSpan.Zero;
        json.WriteStartObject();
        json.WriteString("startedDateTime", exchange.Started.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture));
        json.WriteNumber("time", (exchange.Wait + receive).TotalMilliseconds);
        Request(json, exchange);
        Response(json, exchange.Answer);
        json.WriteStartObject("cache");
        json.WriteEndObject();
        json.WriteStartObject("timings");
        json.WriteNumber("send", 0);
        json.WriteNumber("wait", exchange.Wait.TotalMilliseconds);
        json.WriteNumber("receive", receive.TotalMilliseconds);
        json.WriteEndObject();
        json.WriteNumber("_number", exchange.Number);
        json.WriteString("_case", exchange.Request.CaseId);
        json.WriteNumber("_occasion", exchange.Request.Occasion);
        json.WriteNumber("_attempt", exchange.Request.Attempt);
        json.WriteString("_outcome", exchange.Outcome.ToString());
        Optional(json, "_problem", exchange.Problem);
        Optional(json, "_tlsProblem", exchange.TlsProblem);
        Defects(json, exchange.Answer);
        json.WriteEndObject();
    }

    static void Request(Utf8JsonWriter json, Exchange exchange)
    {
        var request = exchange.Request;
        json.WriteStartObject("request");
        json.WriteString("method", request.Method);
        json.WriteString("url", request.Url.OriginalString);
        json.WriteString("httpVersion", "HTTP/1.1");
        Empty(json, "cookies");
        Headers(json, "headers", exchange.SentHeaders);
        json.WriteStartArray("queryString");
        foreach (var (name, value) in Query(request.Url.OriginalString))
            Pair(json, name, value);
        json.WriteEndArray();
        if (!request.Body.IsEmpty)
        {
            json.WriteStartObject("postData");
            json.WriteString("mimeType", request.Headers.FirstOrDefault(h => h.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value ?? "");
            Empty(json, "params");
            Content(json, request.Body, "_encoding");
            json.WriteEndObject();
        }

        json.WriteNumber("headersSize", -1);
        json.WriteNumber("bodySize", request.Body.Length);
        Headers(json, "_asked", request.Headers);
        json.WriteEndObject();
    }

    static void Response(Utf8JsonWriter json, Answer? answer)
    {
        json.WriteStartObject("response");
        json.WriteNumber("status", answer?.Status ?? 0);
        json.WriteString("statusText", answer?.Reason ?? "");
        json.WriteString("httpVersion", answer?.HttpVersion ?? "");
        Empty(json, "cookies");
        Headers(json, "headers", answer?.Headers ?? []);
        json.WriteStartObject("content");
        json.WriteNumber("size", answer?.Body.Length ?? 0);
        json.WriteString("mimeType", answer?.Header("Content-Type") ?? "");
        Content(json, answer?.Body ?? default, "encoding");
        json.WriteEndObject();
        json.WriteString("redirectURL", answer?.Header("Location") ?? "");
        json.WriteNumber("headersSize", -1);
        json.WriteNumber("bodySize", -1);
        json.WriteEndObject();
    }

    static void Defects(Utf8JsonWriter json, Answer? answer)
    {
        if (answer is null || answer.WireDefects.Count == 0)
            return;
        json.WriteStartArray("_wireDefects");
        foreach (var (defect, message) in answer.WireDefects)
        {
            json.WriteStartObject();
            json.WriteString("defect", defect.ToString());
            json.WriteString("message", message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WritePropertyName("_raw");
        Pieces(json, answer.Raw.Span, isText: false);
    }

    // Text where it is text to the byte; base64 otherwise, so that reading gives the same bytes back. In pieces: a large body in one would be
    // copied several times over, and its escaped form may take six times its room.
    static void Content(Utf8JsonWriter json, ReadOnlyMemory<byte> bytes, string encodingName)
    {
        json.WritePropertyName("text");
        var isText = Utf8.IsValid(bytes.Span);
        Pieces(json, bytes.Span, isText);
        if (!isText)
            json.WriteString(encodingName, "base64");
    }

    static void Pieces(Utf8JsonWriter json, ReadOnlySpan<byte> bytes, bool isText)
    {
        bool isLast;
        do
        {
            var piece = bytes[..Math.Min(Piece, bytes.Length)];
            bytes = bytes[piece.Length..];
            isLast = bytes.IsEmpty;
            if (isText)
                json.WriteStringValueSegment(piece, isLast);
            else
                json.WriteBase64StringSegment(piece, isLast);
            json.Flush();
        }
        while (!isLast);
    }

    static void Headers(Utf8JsonWriter json, string name, IReadOnlyList<HeaderField> headers)
    {
        json.WriteStartArray(name);
        foreach (var header in headers)
            Pair(json, header.Name, header.Value);
        json.WriteEndArray();
    }

    static void Pair(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("value", value);
        json.WriteEndObject();
    }

    static IEnumerable<(string Name, string Value)> Query(string url)
    {
        var start = url.IndexOf('?', StringComparison.Ordinal);
        if (start < 0)
            yield break;
        foreach (var part in url[(start + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = part.Split('=', 2);
            yield return (Plain(pair[0]), Plain(pair.Length > 1 ? pair[1] : ""));
        }

        static string Plain(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
    }

    static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    static void Empty(Utf8JsonWriter json, string name)
    {
        json.WriteStartArray(name);
        json.WriteEndArray();
    }
}
