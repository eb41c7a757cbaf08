namespace Open311.Recordings.Scrubbing.Fields;

/// <summary>What a value tells, and so what becomes of it.</summary>
enum ValueKind
{
    /// <summary>Text of people, in which personal data is looked for.</summary>
    FreeText,

    /// <summary>Identifiers of public records, codes, dates and words of the protocol: they stay.</summary>
    Kept,

    /// <summary>Texts about services: only what is known to be personal from elsewhere is taken out of them.</summary>
    ServiceText,

    /// <summary>A segment of a path, the name of a member, a header of no known meaning: only what is known to be personal from elsewhere, and e-mail addresses, are taken out.</summary>
    Path,

    Name,
    Email,
    Phone,
    Account,
    Device,
    Credential,
    Position,
    GridPosition,
    Address,
    AddressId,
    PostalCode,
    MediaUrl,
    IpAddress,
    LicencePlate,
    BirthDate,

    /// <summary>The name of a file that somebody attached.</summary>
    FileName,

    /// <summary>The file.</summary>
    File,
}
