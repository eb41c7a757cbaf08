namespace Open311.Recordings.Scrubbing.Fields;

/// <summary>One value in a part of a call: what it is, and where it stands.</summary>
/// <param name="Name">Its name as written.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="Segments">The stretches it is made of.</param>
/// <param name="Pointer">Where that is, for the report.</param>
sealed record Field(string Name, ValueKind Kind, IReadOnlyList<(int Start, int End)> Segments, Func<string> Pointer)
{
    /// <summary>Whether a blank may be written as <c>+</c>, and what is not plain must be percent-encoded.</summary>
    public bool IsForm { get; init; }

    /// <summary>Whether it is a number without quotes.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Whether <c>=40</c> means an @ (RFC 2045, 6.7).</summary>
    public bool IsQuotedPrintable { get; init; }

    /// <summary>Whether the operator wants it as it is.</summary>
    public bool IsSpared { get; init; }
}
