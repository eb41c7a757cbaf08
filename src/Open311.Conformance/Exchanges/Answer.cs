namespace Open311.Conformance.Exchanges;

/// <summary>What came back, as it stood on the wire.</summary>
public sealed record Answer
{
    /// <summary>The status code.</summary>
    public required int Status { get; init; }

    /// <summary>The reason phrase, possibly empty.</summary>
    public string Reason { get; init; } = "";

    /// <summary><c>HTTP/1.1</c> or <c>HTTP/1.0</c>.</summary>
    public string HttpVersion { get; init; } = "HTTP/1.1";

    /// <summary>All header lines in order, duplicates included.</summary>
    public IReadOnlyList<HeaderField> Headers { get; init; } = [];

    /// <summary>
    /// Every byte received for this answer: head, framing and body. Empty when unknown (HAR from elsewhere), and for a large answer
    /// without wire defects whose body was decoded: there it would tell no more than the headers and the body do.
    /// </summary>
    public ReadOnlyMemory<byte> Raw { get; init; }

    /// <summary>The body after transfer and content decoding; what documents are read from.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The body as it was coded for the wire, without the framing of the transfer; empty where it was not coded, and where it is not kept.</summary>
    public ReadOnlyMemory<byte> Coded { get; init; }

    /// <summary>Defects of the wire, each with a sentence.</summary>
    public IReadOnlyList<(WireDefect Defect, string Message)> WireDefects { get; init; } = [];

    /// <summary>The first value of a header, or null.</summary>
    /// <param name="name">Compared ignoring case.</param>
    public string? Header(string name)
    {
        foreach (var header in Headers)
        {
            if (header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return header.Value;
        }

        return null;
    }
}
