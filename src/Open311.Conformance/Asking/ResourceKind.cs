namespace Open311.Conformance.Asking;

/// <summary>What a question is about.</summary>
public enum ResourceKind
{
    /// <summary>The service discovery document.</summary>
    Discovery,

    /// <summary>GET services.</summary>
    Services,

    /// <summary>GET service definition.</summary>
    Definition,

    /// <summary>GET requests.</summary>
    Requests,

    /// <summary>GET request.</summary>
    Request,

    /// <summary>GET service_request_id from a token.</summary>
    Token,

    /// <summary>POST service request.</summary>
    Posted,

    /// <summary>A path the specification does not know.</summary>
    Unknown,
}
