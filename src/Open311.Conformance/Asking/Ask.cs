using Open311.Conformance.Exchanges;
using Open311.Protocol;

namespace Open311.Conformance.Asking;

/// <summary>A question in the terms of the specification, before it becomes a URL.</summary>
public sealed record Ask
{
    /// <summary>What it is about.</summary>
    public required ResourceKind Resource { get; init; }

    /// <summary>The path below the endpoint (for discovery: below the discovery base), percent-encoded.</summary>
    public required string Path { get; init; }

    /// <summary>The format the extension names; null for none of the two.</summary>
    public DataFormat? Format { get; init; }

    /// <summary>Query arguments, unencoded, in order. Values are encoded; commas and colons stay.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>What kind of answer it deserves.</summary>
    public Purpose Purpose { get; init; } = Purpose.Read;

    /// <summary>GET unless something else is tried.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>Further headers.</summary>
    public IReadOnlyList<HeaderField> Headers { get; init; } = [];

    /// <summary>0 for the answer shared by all cases; other numbers ask afresh.</summary>
    public int Occasion { get; init; }

    /// <summary>The jurisdiction id to send: null for the configured one, empty for none at all, otherwise this value.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>Whether credentials are left out even where the run has to read with a key.</summary>
    public bool Anonymous { get; init; }

    /// <summary>Asked of another endpoint than the one under test: without its headers and keys, and of no concern to the rules over all answers.</summary>
    public bool Elsewhere { get; init; }

    /// <summary>Whether the operator's key is sent as <c>api_key</c>.</summary>
    public bool WithKey { get; init; }

    /// <summary>The body of a POST, encoded; empty otherwise.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>GET services.</summary>
    public static Ask Services(DataFormat format) => new() { Resource = ResourceKind.Services, Format = format, Path = $"services.{format.Extension()}" };

    /// <summary>GET the definition of a service.</summary>
    public static Ask Definition(string serviceCode, DataFormat format) =>
        new() { Resource = ResourceKind.Definition, Format = format, Path = $"services/{Encode(serviceCode)}.{format.Extension()}" };

    /// <summary>GET requests with arguments.</summary>
    public static Ask Requests(DataFormat format, params (string Name, string Value)[] query) =>
        new()
        {
            Resource = ResourceKind.Requests,
            Format = format,
            Path = $"requests.{format.Extension()}",
            Query = [.. query.Select(q => KeyValuePair.Create(q.Name, q.Value))],
        };

    /// <summary>GET one request.</summary>
    public static Ask Request(string id, DataFormat format) =>
        new() { Resource = ResourceKind.Request, Format = format, Path = $"requests/{Encode(id)}.{format.Extension()}" };

    /// <summary>GET the request id of a token.</summary>
    public static Ask Token(string token, DataFormat format) =>
        new() { Resource = ResourceKind.Token, Format = format, Path = $"tokens/{Encode(token)}.{format.Extension()}" };

    /// <summary>GET the discovery document.</summary>
    public static Ask Discovery(DataFormat format) => new() { Resource = ResourceKind.Discovery, Format = format, Path = $"discovery.{format.Extension()}" };

    /// <summary>Percent-encodes one identifier as a path segment. A segment of dots only is encoded, too, so that no client collapses it.</summary>
    public static string Encode(string identifier) =>
        identifier is "." or ".." ? identifier.Replace(".", "%2E") : Uri.EscapeDataString(identifier);

    /// <summary>Path and arguments in one text: what tells questions apart.</summary>
    internal string Key => $"{Path}?{string.Join('&', Query.Select(q => $"{q.Key}={q.Value}"))}";

    /// <summary>The same question asked afresh.</summary>
    public Ask Again(int occasion) => this with { Occasion = occasion };

    /// <summary>The same question with another purpose.</summary>
    public Ask For(Purpose purpose) => this with { Purpose = purpose };

    /// <summary>The same question with one more argument.</summary>
    public Ask With(string name, string value) => this with { Query = [.. Query, KeyValuePair.Create(name, value)] };
}
