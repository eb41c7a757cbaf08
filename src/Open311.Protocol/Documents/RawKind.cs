namespace Open311.Protocol.Documents;

/// <summary>What a node was on the wire, before any coercion.</summary>
public enum RawKind
{
    /// <summary>An XML element; whether it is a list, an object or a value only its shape can tell.</summary>
    XmlElement,

    /// <summary>A JSON object.</summary>
    JsonObject,

    /// <summary>A JSON array.</summary>
    JsonArray,

    /// <summary>A JSON string.</summary>
    JsonString,

    /// <summary>A JSON number.</summary>
    JsonNumber,

    /// <summary>JSON <c>true</c> or <c>false</c>.</summary>
    JsonBoolean,

    /// <summary>JSON <c>null</c>.</summary>
    JsonNull,
}
