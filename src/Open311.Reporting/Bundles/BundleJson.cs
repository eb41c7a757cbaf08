using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Open311.Reporting.Bundles;

/// <summary>How the documents of a bundle are written and read: strictly, for nothing in them is there by chance.</summary>
static class BundleJson
{
    static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = 16,
    };

    public static byte[] Write<T>(T document) => [.. JsonSerializer.SerializeToUtf8Bytes(document, Options), (byte)'\n'];

    /// <exception cref="BundleException">It is not what it should be; the message names it.</exception>
    public static T Read<T>(string member, ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options) ?? throw new BundleException($"{member} is empty.");
        }
        catch (JsonException e)
        {
            throw new BundleException($"{member} cannot be read: at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}, it is not what its schema says.", e);
        }
    }
}
