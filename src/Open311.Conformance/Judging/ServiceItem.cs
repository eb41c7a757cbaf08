using Open311.Protocol.Documents;

namespace Open311.Conformance.Judging;

/// <summary>A service as listed.</summary>
public sealed class ServiceItem(Node node)
{
    /// <summary>Where it stands.</summary>
    public Node Node { get; } = node;

    /// <summary>Its service_code, or null.</summary>
    public string? Code { get; } = Askable.Identifier(node, "service_code");

    /// <summary>Its service_name, or null.</summary>
    public string? Name { get; } = node.Value("service_name");

    /// <summary>Whether it has a definition; read leniently ("True", 1), null when it cannot be told.</summary>
    public bool? Metadata { get; } = node.Value("metadata")?.ToLowerInvariant() switch
    {
        "true" or "1" or "yes" => true,
        "false" or "0" or "no" => false,
        _ => null,
    };

    /// <summary>realtime, batch or blackbox as written; null when absent.</summary>
    public string? Type { get; } = node.Value("type");
}
