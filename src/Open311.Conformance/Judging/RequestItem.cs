using Open311.Protocol.Dates;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Judging;

/// <summary>A service request as listed, with the fields that filters speak of.</summary>
public sealed class RequestItem(Node node)
{
    /// <summary>Where it stands.</summary>
    public Node Node { get; } = node;

    /// <summary>Its service_request_id, or null.</summary>
    public string? Id { get; } = Askable.Identifier(node, "service_request_id");

    /// <summary>Its status as written, or null.</summary>
    public string? Status { get; } = node.Value("status");

    /// <summary>Its service_code, or null.</summary>
    public string? ServiceCode { get; } = Askable.Identifier(node, "service_code");

    /// <summary>The instant of requested_datetime; null when absent or unreadable.</summary>
    public DateTimeOffset? Requested { get; } = Instant(node, "requested_datetime");

    /// <summary>The instant of updated_datetime; null when absent or unreadable.</summary>
    public DateTimeOffset? Updated { get; } = Instant(node, "updated_datetime");

    static DateTimeOffset? Instant(Node node, string field) =>
        node.Value(field) is { } text && W3CDateTime.TryRead(text, out var value) ? value.Instant : null;
}
