namespace Open311.Recordings.Cassettes;

/// <summary>One recorded call: what was asked and, byte for byte, what was answered.</summary>
public sealed record Take
{
    /// <summary>The <see cref="Outcome"/> of an answer that arrived whole.</summary>
    public const string Whole = "Answered";

    /// <summary>Position in the cassette, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>GET, POST ...</summary>
    public required string Method { get; init; }

    /// <summary>The absolute URL as it was asked, percent-encoding untouched.</summary>
    public required string Url { get; init; }

    /// <summary>The lines sent, in order, duplicates kept.</summary>
    public IReadOnlyList<HeaderLine> RequestHeaders { get; init; } = [];

    /// <summary>The body sent; empty for a GET.</summary>
    public ReadOnlyMemory<byte> RequestBody { get; init; }

    /// <summary>The status of the answer; 0 when none came.</summary>
    public required int Status { get; init; }

    /// <summary><c>HTTP/1.1</c> or <c>HTTP/1.0</c>.</summary>
    public string HttpVersion { get; init; } = "HTTP/1.1";

    /// <summary>The words after the status, empty when there were none.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The lines of the answer, in order, letter case and duplicates kept.</summary>
    public IReadOnlyList<HeaderLine> ResponseHeaders { get; init; } = [];

    /// <summary>The body of the answer as it was coded for the wire, without the framing of the transfer (chunks).</summary>
    public ReadOnlyMemory<byte> ResponseBody { get; init; }

    /// <summary>
    /// Everything that came, head and framing included, where status, headers and body cannot tell what stood on the wire (lines that end otherwise,
    /// a body shorter than announced ...); empty for an answer that is whole and in order.
    /// </summary>
    public ReadOnlyMemory<byte> Wire { get; init; }

    /// <summary>How it ended, in a word: <see cref="Whole"/>, or what went wrong (Broken, NoAnswer, TimedOut ...).</summary>
    public string Outcome { get; init; } = Whole;

    /// <summary>A sentence on what went wrong; null when nothing did.</summary>
    public string? Problem { get; init; }

    /// <summary>A sentence on what is wrong with the certificate of the server; null when nothing is.</summary>
    public string? TlsProblem { get; init; }

    /// <summary>What it was asked for; empty for nothing in particular.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>Tells apart deliberate repetitions of one question, from 0.</summary>
    public int Occasion { get; init; }

    /// <summary>How often this asking was repeated before because the server was busy or broke off, from 0.</summary>
    public int Attempt { get; init; }

    /// <summary>When it was asked.</summary>
    public DateTimeOffset Started { get; init; }

    /// <summary>From asking to the first byte of the answer.</summary>
    public TimeSpan Wait { get; init; }

    /// <summary>From asking to the last byte.</summary>
    public TimeSpan Duration { get; init; }
}
