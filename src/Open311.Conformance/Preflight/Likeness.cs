namespace Open311.Conformance.Preflight;

/// <summary>What an answer looks like at a glance. Generous: whatever may be Open311 data is left to the judge.</summary>
internal enum Likeness
{
    /// <summary>No body.</summary>
    Nothing,

    /// <summary>A list of services, however defective.</summary>
    Services,

    /// <summary>A list of services without any.</summary>
    NoServices,

    /// <summary>A list of service requests, however defective.</summary>
    Requests,

    /// <summary>A list of service requests without any.</summary>
    NoRequests,

    /// <summary>An Open311 error document.</summary>
    Errors,

    /// <summary>An HTML page.</summary>
    Html,

    /// <summary>A document of GeoReport v1.</summary>
    LegacyV1,

    /// <summary>Other XML.</summary>
    OtherXml,

    /// <summary>Other JSON.</summary>
    OtherJson,

    /// <summary>Anything else.</summary>
    OtherText,
}
