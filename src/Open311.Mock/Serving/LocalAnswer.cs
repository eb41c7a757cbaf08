namespace Open311.Mock.Serving;

/// <summary>What a <see cref="LocalCity"/> answers.</summary>
/// <param name="Bytes">Head, framing and body; empty when the connection would be closed instead.</param>
/// <param name="Ends">Whether the connection is closed after them.</param>
/// <param name="Delay">How long the city would have waited before it answers.</param>
public readonly record struct LocalAnswer(ReadOnlyMemory<byte> Bytes, bool Ends, TimeSpan Delay);
