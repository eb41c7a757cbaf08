namespace Open311.Conformance.Targets;

/// <summary>Where a server wants the API key of a POST.</summary>
public enum KeyPlace
{
    /// <summary>A field <c>api_key</c> of the form, as GeoReport v2 has it.</summary>
    Form,

    /// <summary>An argument <c>api_key</c> of the URL.</summary>
    Query,

    /// <summary>A header.</summary>
    Header,

    /// <summary><c>Authorization: Bearer</c>.</summary>
    Bearer,
}
