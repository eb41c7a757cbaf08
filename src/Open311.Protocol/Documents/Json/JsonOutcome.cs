namespace Open311.Protocol.Documents.Json;

/// <summary>How the building of a tree ended.</summary>
enum JsonOutcome
{
    /// <summary>The whole document was read.</summary>
    Complete,

    /// <summary>A limit was exceeded; the defect is logged.</summary>
    Refused,

    /// <summary>The grammar is broken at the place the builder tells.</summary>
    Broken,
}
