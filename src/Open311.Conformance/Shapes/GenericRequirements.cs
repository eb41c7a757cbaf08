namespace Open311.Conformance.Shapes;

/// <summary>The requirements charged for what can go wrong with any field; null where the document has no such rule.</summary>
public sealed record GenericRequirements
{
    /// <summary>A field that the specification does not define.</summary>
    public string? Unknown { get; init; }

    /// <summary>A field element that occurs twice or has child elements.</summary>
    public string? Once { get; init; }

    /// <summary>XML attributes.</summary>
    public string? Attributes { get; init; }

    /// <summary>Namespace declarations.</summary>
    public string? Namespace { get; init; }

    /// <summary>A JSON value that is no scalar where one is due.</summary>
    public string? JsonScalar { get; init; }

    /// <summary>An empty JSON value other than null.</summary>
    public string? JsonNull { get; init; }

    /// <summary>JSON member names that vary the XML names.</summary>
    public string? JsonNames { get; init; }

    /// <summary>Element names in another letter case.</summary>
    public string? Case { get; init; }

    /// <summary>White space around coded values.</summary>
    public string? WhiteSpace { get; init; }
}
