using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Open311.Mock.Admin;

/// <summary>What an administration call answers.</summary>
/// <param name="Body">The body.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Status">The status.</param>
internal sealed record AdminReply(ReadOnlyMemory<byte> Body, string Type = AdminReply.Json, int Status = 200)
{
    public const string Json = "application/json; charset=utf-8";

    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static AdminReply Of(JsonNode node, int status = 200) => new(Encoding.UTF8.GetBytes(node.ToJsonString(Indented) + "\n"), Json, status);

    public static AdminReply Done { get; } = Of(new JsonObject { ["ok"] = true });
}
