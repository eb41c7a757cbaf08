namespace Open311.Mock.Clients;

/// <summary>What a body is, by its Content-Type.</summary>
internal enum BodyKind
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>application/x-www-form-urlencoded, or not labelled and read as such.</summary>
    Form,

    /// <summary>multipart/form-data.</summary>
    Multipart,

    /// <summary>application/json.</summary>
    Json,

    /// <summary>Anything else.</summary>
    Other,
}
