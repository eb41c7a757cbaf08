namespace Open311.Cli.Selftests;

/// <summary>What the operator asks of <c>open311 selftest</c>.</summary>
/// <param name="Fault">One fault or variation; null for all.</param>
/// <param name="Area">One area; null for all.</param>
/// <param name="Out">The folder for the matrix; null for the usual one.</param>
/// <param name="Update">A file to write the summary into; null for none.</param>
/// <param name="Quiet">Whether nothing is said on the way.</param>
internal sealed record SelftestSettings(string? Fault, string? Area, string? Out, string? Update, bool Quiet);
