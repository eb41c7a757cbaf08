namespace Open311.Recordings.Comparing;

/// <summary>One difference in meaning between a recording and what it is held against.</summary>
/// <param name="Kind">What differs: service, definition, field, status, media-type, format, discovery or error.</param>
/// <param name="Where">The resource, service or question.</param>
/// <param name="Before">What it was; null when it was not there.</param>
/// <param name="After">What it is; null when it is gone.</param>
/// <param name="Text">The difference in a sentence.</param>
public sealed record Difference(string Kind, string Where, string? Before, string? After, string Text);
