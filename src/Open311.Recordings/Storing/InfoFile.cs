using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Open311.Recordings.Storing;

/// <summary><c>recording.json</c>.</summary>
static class InfoFile
{
    public const string Name = "recording.json";

    static readonly JsonSerializerOptions options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        MaxDepth = 8,
    };

    public static byte[] Write(RecordingInfo info, int exchanges) => [.. JsonSerializer.SerializeToUtf8Bytes(info with { Schema = RecordingInfo.PresentSchema, Exchanges = exchanges }, options), (byte)'\n'];

    public static RecordingInfo Read(ReadOnlySpan<byte> bytes, string path)
    {
        try
        {
            var read = JsonSerializer.Deserialize<RecordingInfo>(bytes, options) ?? throw new JsonException("It is null.");
            if (read.Schema != RecordingInfo.PresentSchema)
                throw new RecordingException($"{path}: its schema is '{Brief(read.Schema)}', and only '{RecordingInfo.PresentSchema}' can be read.");
            if (!Uri.TryCreate(read.Source, UriKind.Absolute, out var source) || source.Scheme is not ("http" or "https"))
                throw new RecordingException($"{path}: the source '{Brief(read.Source)}' is not an absolute http or https URL.");
            return read;
        }
        catch (JsonException e)
        {
            throw new RecordingException($"{path} is not the JSON of a recording{(e.LineNumber is { } line ? $" (line {line + 1})" : "")}: {e.Message.Split(" Path:")[0]}", e);
        }
    }

    static string Brief(string text) => text.Length <= 100 ? text : text[..100] + "…";
}
