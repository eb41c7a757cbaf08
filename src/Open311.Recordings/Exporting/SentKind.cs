namespace Open311.Recordings.Exporting;

/// <summary>What a body that was sent is compared as.</summary>
internal enum SentKind
{
    /// <summary>There was none.</summary>
    None,

    /// <summary>Names and values.</summary>
    Form,

    /// <summary>A JSON document.</summary>
    Json,

    /// <summary>Parts, with a boundary that is another one every time.</summary>
    Multipart,

    /// <summary>Bytes.</summary>
    Other,
}
