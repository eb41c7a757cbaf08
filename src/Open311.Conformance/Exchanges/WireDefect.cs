namespace Open311.Conformance.Exchanges;

/// <summary>What HTTP clients hide or repair, seen in the raw bytes of an answer.</summary>
public enum WireDefect
{
    /// <summary>Header lines end in LF without CR.</summary>
    LineFeedOnly,

    /// <summary>A header is folded over several lines.</summary>
    FoldedHeader,

    /// <summary>A header that must be single occurs more than once.</summary>
    DuplicateHeader,

    /// <summary>A blank stands before a header's colon.</summary>
    SpaceBeforeColon,

    /// <summary>Bytes follow the end of the body.</summary>
    BytesAfterBody,

    /// <summary>A 204 or 304 answer, or an answer to HEAD, has a body.</summary>
    UnexpectedBody,

    /// <summary>Content-Length and Transfer-Encoding are both given.</summary>
    LengthAndChunked,

    /// <summary>The body is shorter than Content-Length announced, or its last chunk is missing.</summary>
    ShortBody,

    /// <summary>The chunked coding is invalid.</summary>
    InvalidChunk,

    /// <summary>The content coding cannot be undone.</summary>
    UndecodableContent,

    /// <summary>A content coding that was not asked for.</summary>
    UnrequestedCoding,

    /// <summary>The status line or a header line is not HTTP.</summary>
    MalformedHead,
}
