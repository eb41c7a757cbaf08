namespace Open311.Conformance.Fixtures;

/// <summary>One field of a mapping.</summary>
/// <param name="Key">Its name.</param>
/// <param name="KeyNode">Where the name stands.</param>
/// <param name="Value">Its value.</param>
public sealed record FixtureField(string Key, FixtureNode KeyNode, FixtureNode Value);
