namespace Open311.Mock.Serving;

/// <summary>How a body is framed on the connection.</summary>
internal enum Framing
{
    /// <summary>With Content-Length.</summary>
    Length,

    /// <summary>Chunked.</summary>
    Chunked,

    /// <summary>Ended by closing the connection, under HTTP/1.1.</summary>
    Close,

    /// <summary>Under a status line of HTTP/1.0, ended by closing the connection.</summary>
    Http10,

    /// <summary>Content-Length announces more than is sent, then the connection closes.</summary>
    Short,

    /// <summary>A chunk whose size is no number.</summary>
    BadChunk,

    /// <summary>Chunked without the closing chunk.</summary>
    NoLastChunk,

    /// <summary>Bytes follow the body on the connection.</summary>
    Surplus,

    /// <summary>Header lines end in LF alone.</summary>
    LineFeedOnly,

    /// <summary>The connection is closed instead of an answer.</summary>
    None,
}
