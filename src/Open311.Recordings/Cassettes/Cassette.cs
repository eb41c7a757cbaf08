namespace Open311.Recordings.Cassettes;

/// <summary>The recorded calls of one city, in the order in which they were made.</summary>
/// <param name="Takes">Numbered from 1 without gaps.</param>
public sealed record Cassette(IReadOnlyList<Take> Takes);
