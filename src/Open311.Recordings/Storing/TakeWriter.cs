using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Open311.Recordings.Cassettes;

namespace Open311.Recordings.Storing;

/// <summary>Writes takes as HAR 1.2. What HAR has no place for stands in fields that begin with an underscore.</summary>
/// <param name="inner">Writes a body as members of the object that is being written.</param>
sealed class TakeWriter(TakeWriter.Bodies inner)
{
    /// <summary>Writes bytes as members of the present object.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="bytes">What.</param>
    /// <param name="headers">The headers beside it.</param>
    /// <param name="content">Whether it is the content of an answer or a request; otherwise it is the wire.</param>
    public delegate void Bodies(Utf8JsonWriter json, ReadOnlyMemory<byte> bytes, IReadOnlyList<HeaderLine> headers, bool content);

    static readonly JsonWriterOptions options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // An entry is a line, so that a long file can be searched, and what changed in it be seen.
    public void Write(Stream to, Cassette cassette, string tool)
    {
        to.Write("{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"open311\",\"version\":"u8);
        to.Write(JsonSerializer.SerializeToUtf8Bytes(tool));
        to.Write("},\"entries\":["u8);
        using var json = new Utf8JsonWriter(to, options);
        foreach (var take in cassette.Takes)
        {
            to.Write(ReferenceEquals(take, cassette.Takes[0]) ? "\n"u8 : ",\n"u8);
            Entry(json, take);
            json.Flush();
            json.Reset();
        }

        to.Write("\n]}}\n"u8);
    }

    void Entry(Utf8JsonWriter json, Take take)
    {
        var receive = take.Duration > take.Wait ? take.Duration - take.Wait : TimeSpan.Zero;
        json.WriteStartObject();
        json.WriteString("startedDateTime", take.Started.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture));
        json.WriteNumber("time", (take.Wait + receive).TotalMilliseconds);
        Request(json, take);
        Response(json, take);
        json.WriteStartObject("cache");
        json.WriteEndObject();
        json.WriteStartObject("timings");
        json.WriteNumber("send", 0);
        json.WriteNumber("wait", take.Wait.TotalMilliseconds);
        json.WriteNumber("receive", receive.TotalMilliseconds);
        json.WriteEndObject();
        json.WriteNumber("_number", take.Number);
        Unless(json, "_case", take.Purpose, "");
        if (take.Occasion != 0)
            json.WriteNumber("_occasion", take.Occasion);
        if (take.Attempt != 0)
            json.WriteNumber("_attempt", take.Attempt);
        Unless(json, "_outcome", take.Outcome, Take.Whole);
        Unless(json, "_problem", take.Problem, null);
        Unless(json, "_tlsProblem", take.TlsProblem, null);
        if (!take.Wire.IsEmpty)
        {
            json.WriteStartObject("_wire");
            inner(json, take.Wire, [], content: false);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    void Request(Utf8JsonWriter json, Take take)
    {
        json.WriteStartObject("request");
        json.WriteString("method", take.Method);
        json.WriteString("url", take.Url);
        json.WriteString("httpVersion", "HTTP/1.1");
        Empty(json, "cookies");
        Headers(json, take.RequestHeaders);
        json.WriteStartArray("queryString");
        foreach (var (name, value) in QueryText.Arguments(take.Url))
            Pair(json, name, value);
        json.WriteEndArray();
        if (!take.RequestBody.IsEmpty)
        {
            json.WriteStartObject("postData");
            json.WriteString("mimeType", Header(take.RequestHeaders, "Content-Type"));
            Empty(json, "params");
            inner(json, take.RequestBody, take.RequestHeaders, content: true);
            json.WriteEndObject();
        }

        json.WriteNumber("headersSize", -1);
        json.WriteNumber("bodySize", take.RequestBody.Length);
        json.WriteEndObject();
    }

    void Response(Utf8JsonWriter json, Take take)
    {
        json.WriteStartObject("response");
        json.WriteNumber("status", take.Status);
        json.WriteString("statusText", take.Reason);
        json.WriteString("httpVersion", take.Status == 0 ? "" : take.HttpVersion);
        Empty(json, "cookies");
        Headers(json, take.ResponseHeaders);
        json.WriteStartObject("content");
        json.WriteNumber("size", take.ResponseBody.Length);
        json.WriteString("mimeType", Header(take.ResponseHeaders, "Content-Type"));
        if (!take.ResponseBody.IsEmpty)
            inner(json, take.ResponseBody, take.ResponseHeaders, content: true);
        json.WriteEndObject();
        json.WriteString("redirectURL", Header(take.ResponseHeaders, "Location"));
        json.WriteNumber("headersSize", -1);
        json.WriteNumber("bodySize", take.ResponseBody.Length);
        json.WriteEndObject();
    }

    static string Header(IReadOnlyList<HeaderLine> headers, string name) =>
        headers.FirstOrDefault(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? "";

    static void Headers(Utf8JsonWriter json, IReadOnlyList<HeaderLine> headers)
    {
        json.WriteStartArray("headers");
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

    static void Unless(Utf8JsonWriter json, string name, string? value, string? usual)
    {
        if (value is not null && value != usual)
            json.WriteString(name, value);
    }

    static void Empty(Utf8JsonWriter json, string name)
    {
        json.WriteStartArray(name);
        json.WriteEndArray();
    }
}
