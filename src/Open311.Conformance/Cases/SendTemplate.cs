using Open311.Conformance.Asking;
using Open311.Conformance.Exchanges;

namespace Open311.Conformance.Cases;

/// <summary>A question with variables: <c>GET requests.{format}?status={status}</c>.</summary>
public sealed record SendTemplate
{
    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path, with <c>{variables}</c> that are percent-encoded when filled in.</summary>
    public required string Path { get; init; }

    /// <summary>Query arguments with variables, unencoded.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>What kind of answer it deserves.</summary>
    public Purpose Purpose { get; init; } = Purpose.Read;

    /// <summary>Further headers.</summary>
    public IReadOnlyList<HeaderField> Headers { get; init; } = [];

    /// <summary>Asks afresh instead of sharing the answer of the run.</summary>
    public int Occasion { get; init; }

    /// <summary>The jurisdiction to send: null for the configured one, empty for none.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>Whether it is asked without any credentials.</summary>
    public bool Anonymous { get; init; }

    /// <summary>Whether the operator's key goes along.</summary>
    public bool WithKey { get; init; }
}
