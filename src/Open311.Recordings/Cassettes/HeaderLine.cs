namespace Open311.Recordings.Cassettes;

/// <summary>One header line as it stood on the wire.</summary>
/// <param name="Name">In its original letter case.</param>
/// <param name="Value">Trimmed, read as Latin-1.</param>
public readonly record struct HeaderLine(string Name, string Value);
