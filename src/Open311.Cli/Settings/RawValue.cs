namespace Open311.Cli.Settings;

/// <summary>A value as the operator wrote it.</summary>
/// <param name="Text">Without quotes.</param>
/// <param name="Origin">Where it stands, as a message begins: <c>--timeout</c> or <c>open311.yaml(3,10): timeout</c>.</param>
internal sealed record RawValue(string Text, string Origin);
