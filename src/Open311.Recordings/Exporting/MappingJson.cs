using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Open311.Recordings.Cassettes;

namespace Open311.Recordings.Exporting;

/// <summary>Writes mappings so that people can read them, and gives them ids that stay the same from export to export.</summary>
internal static class MappingJson
{
    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ExportedFile File(string path, JsonObject mapping) => new(path, Encoding.UTF8.GetBytes(mapping.ToJsonString(Readable) + "\n"));

    public static Guid Id(Take take)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{take.Number} {take.Method} {take.Url}"));
        // Version 8: of one's own making.
        hash[7] = (byte)((hash[7] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16));
    }

    /// <summary>The state in which an answer is given; null for the first.</summary>
    public static string State(Take take) => $"before take {take.Number}";
}
