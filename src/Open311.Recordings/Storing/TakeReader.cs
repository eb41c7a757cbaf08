using System.Globalization;
using System.Text.Json;
using Open311.Recordings.Cassettes;

namespace Open311.Recordings.Storing;

/// <summary>Reads the entries of a HAR as takes.</summary>
/// <param name="path">The file, for messages.</param>
/// <param name="bounds">What is read at most.</param>
/// <param name="bodies">Gives the bytes that an object (content, postData, _wire) stands for.</param>
sealed class TakeReader(string path, RecordingBounds bounds, Func<JsonElement, ReadOnlyMemory<byte>> bodies)
{
    public List<Take> Read(ReadOnlySpan<byte> har)
    {
        if (har.StartsWith("\uFEFF"u8))
            har = har[3..];
        var reader = new Utf8JsonReader(har, new JsonReaderOptions { MaxDepth = 32 });
        var takes = new List<Take>();
        try
        {
            if (!Enter(ref reader, JsonTokenType.StartObject) || !Find(ref reader, "log", JsonTokenType.StartObject) || !Find(ref reader, "entries", JsonTokenType.StartArray))
                throw new RecordingException($"{path} is no HAR: it holds no list log.entries.");
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (takes.Count == bounds.Exchanges)
                    throw new RecordingException($"{path} holds more than the {bounds.Exchanges} entries that are read.");
                using var entry = JsonDocument.ParseValue(ref reader);
                takes.Add(One(entry.RootElement, takes.Count + 1));
            }

            // What follows is of no interest, but it must be there: a cut file is no recording.
            while (reader.Read())
            {
            }

            return takes;
        }
        catch (JsonException e)
        {
            throw new RecordingException($"{path} is no HAR: it is not JSON at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.", e);
        }
    }

    Take One(JsonElement entry, int number)
    {
        try
        {
            return Parse(entry, number);
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or KeyNotFoundException or OverflowException)
        {
            throw new RecordingException($"{path}: entry {number} cannot be read: {e.Message}", e);
        }
        catch (RecordingException e)
        {
            throw new RecordingException($"{path}: entry {number}: {e.Message}", e);
        }
    }

    Take Parse(JsonElement entry, int number)
    {
        var request = Member(entry, "request") ?? throw new FormatException("it has no request.");
        var response = Member(entry, "response");
        var url = Text(request, "url") ?? "";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https") || url.AsSpan().ContainsAny('\r', '\n'))
            throw new FormatException($"its URL '{(url.Length > 200 ? url[..200] : url)}' is not an absolute http or https URL.");
        var status = response is { } r ? Int(r, "status") : 0;
        if (status is < 0 or > 999)
            throw new FormatException($"its status {status} is none of HTTP.");
        var timings = Member(entry, "timings");
        var wait = Milliseconds(timings, "wait");
        return new Take
        {
            Number = number,
            Method = Method(Text(request, "method") ?? "GET"),
            Url = url,
            RequestHeaders = Headers(request),
            RequestBody = Member(request, "postData") is { } post ? bodies(post) : default,
            Status = status,
            Reason = Line(response is { } a ? Text(a, "statusText") ?? "" : ""),
            HttpVersion = response is { } v && Text(v, "httpVersion") is "HTTP/1.0" ? "HTTP/1.0" : "HTTP/1.1",
            ResponseHeaders = response is { } h ? Headers(h) : [],
            ResponseBody = response is { } c && Member(c, "content") is { } content ? bodies(content) : default,
            Wire = Member(entry, "_wire") is { ValueKind: JsonValueKind.Object } wire ? bodies(wire) : default,
            Outcome = Text(entry, "_outcome") ?? (status == 0 ? "NoAnswer" : Take.Whole),
            Problem = Text(entry, "_problem"),
            TlsProblem = Text(entry, "_tlsProblem"),
            Purpose = Text(entry, "_case") ?? "",
            Occasion = Int(entry, "_occasion"),
            Attempt = Int(entry, "_attempt"),
            Started = DateTimeOffset.TryParse(Text(entry, "startedDateTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var started) ? started : default,
            Wait = wait,
            Duration = wait + Milliseconds(timings, "receive"),
        };
    }

    static string Method(string text) =>
        text.Length is > 0 and <= 20 && text.All(char.IsAsciiLetter) ? text : throw new FormatException("its method is none of HTTP.");

    static string Line(string text) =>
        text.AsSpan().ContainsAny('\r', '\n', '\0') ? throw new FormatException("a line of its head holds a line end.") : text;

    static List<HeaderLine> Headers(JsonElement owner) => Member(owner, "headers") is { ValueKind: JsonValueKind.Array } list
        ? [.. list.EnumerateArray().Select(h => new HeaderLine(Line(Text(h, "name") ?? ""), Line(Text(h, "value") ?? "")))]
        : [];

    internal static JsonElement? Member(JsonElement? owner, string name) =>
        owner is { ValueKind: JsonValueKind.Object } o && o.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

    internal static string? Text(JsonElement owner, string name) => Member(owner, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    static int Int(JsonElement owner, string name) =>
        Member(owner, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : 0;

    static TimeSpan Milliseconds(JsonElement? owner, string name) =>
        Member(owner, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value) && value is > 0 and < 1e12
            ? TimeSpan.FromMilliseconds(value)
            : TimeSpan.Zero;

    static bool Enter(ref Utf8JsonReader reader, JsonTokenType wanted) => reader.Read() && reader.TokenType == wanted;

    static bool Find(ref Utf8JsonReader reader, string name, JsonTokenType wanted)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(name))
                return Enter(ref reader, wanted);
            reader.Skip();
        }

        return false;
    }
}
