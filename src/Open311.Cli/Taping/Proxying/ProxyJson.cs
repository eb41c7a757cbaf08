using System.Text.Json.Serialization;

namespace Open311.Cli.Taping.Proxying;

/// <summary>Generated at build time.</summary>
[JsonSerializable(typeof(ProxyReadyLine))]
internal sealed partial class ProxyJson : JsonSerializerContext;
