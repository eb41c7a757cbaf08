namespace Open311.Conformance.Shapes;

/// <summary>What a field's value is.</summary>
public enum FieldKind
{
    /// <summary>Free text for people.</summary>
    Text,

    /// <summary>An opaque identifier or code: text, or a canonical integer in JSON.</summary>
    Identifier,

    /// <summary>One of a closed list of words, exactly as written.</summary>
    Word,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A W3C date-time with zone.</summary>
    DateTime,

    /// <summary>Degrees from -90 to 90.</summary>
    Latitude,

    /// <summary>Degrees from -180 to 180.</summary>
    Longitude,

    /// <summary>An absolute http(s) URL.</summary>
    Url,

    /// <summary>Comma-separated terms.</summary>
    Keywords,

    /// <summary>A positive integer.</summary>
    Order,

    /// <summary>A media type.</summary>
    MediaType,

    /// <summary>A stamp that sorts as text.</summary>
    Changeset,

    /// <summary>A list of items of a shape of their own.</summary>
    List,
}
