namespace Open311.Recordings.Cassettes;

/// <summary>One recorded call: what was asked and, byte for byte, what was answered.</summary>
public sealed record Take
{
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

    /// <summary>The status of the answer.</summary>
    public required int Status { get; init; }

    /// <summary>The words after the status, empty when there were none.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The lines of the answer, in order, letter case and duplicates kept.</summary>
    public IReadOnlyList<HeaderLine> ResponseHeaders { get; init; } = [];

    /// <summary>The body of the answer as it was coded for the wire, without the framing of the transfer (chunks).</summary>
    public ReadOnlyMemory<byte> ResponseBody { get; init; }

    /// <summary>When it was asked.</summary>
    public DateTimeOffset Started { get; init; }

    /// <summary>From asking to the first byte of the answer.</summary>
    public TimeSpan Wait { get; init; }

    /// <summary>From asking to the last byte.</summary>
    public TimeSpan Duration { get; init; }
}
