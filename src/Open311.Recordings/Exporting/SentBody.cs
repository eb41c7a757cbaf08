using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Open311.Recordings.Cassettes;

namespace Open311.Recordings.Exporting;

/// <summary>A body that was sent, in the form in which it is compared.</summary>
internal sealed record SentBody(SentKind Kind, ReadOnlyMemory<byte> Bytes, IReadOnlyList<Pair> Pairs, JsonNode? Json)
{
    static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static SentBody Of(Take take)
    {
        var bytes = take.RequestBody;
        var type = take.RequestHeaders.FirstOrDefault(h => h.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value?.Split(';')[0].Trim().ToLowerInvariant();
        if (bytes.IsEmpty)
            return new(SentKind.None, bytes, [], null);
        if (type?.StartsWith("multipart/", StringComparison.Ordinal) == true)
            return new(SentKind.Multipart, bytes, [], null);
        if (type is null or "" or "application/x-www-form-urlencoded" && Text(bytes) is { } form && Pair.Of(form) is { Count: > 0 } pairs && !form.Any(char.IsControl))
            return new(SentKind.Form, bytes, pairs, null);
        return type is "application/json" && Parsed(bytes) is { } json ? new(SentKind.Json, bytes, [], json) : new(SentKind.Other, bytes, [], null);
    }

    /// <summary>What equal bodies have in common.</summary>
    public string Key(bool withKeys) => Kind switch
    {
        SentKind.Form => Questions.Key(Pairs, withKeys),
        SentKind.Json => Json!.ToJsonString(),
        SentKind.Other => Convert.ToBase64String(Bytes.Span),
        _ => "",
    };

    static string? Text(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes.Span);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    static JsonNode? Parsed(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var node = JsonNode.Parse(bytes.Span, documentOptions: new JsonDocumentOptions { MaxDepth = 64, AllowDuplicateProperties = false });
            node?.ToJsonString();
            return node;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
