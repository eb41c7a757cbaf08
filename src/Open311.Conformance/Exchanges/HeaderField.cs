namespace Open311.Conformance.Exchanges;

/// <summary>One header line, name and value as they stood on the wire.</summary>
/// <param name="Name">In its original letter case.</param>
/// <param name="Value">Trimmed, read as Latin-1.</param>
public readonly record struct HeaderField(string Name, string Value);
