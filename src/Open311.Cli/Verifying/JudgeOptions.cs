namespace Open311.Cli.Verifying;

/// <summary>What <c>judge</c> was asked to do, as given.</summary>
/// <param name="File">The recording.</param>
/// <param name="Endpoint">The endpoint to judge; null for the one asked most.</param>
/// <param name="Out">The folder of the reports; null for a new one.</param>
/// <param name="Profile">The buyer's profile; null for none.</param>
/// <param name="Baseline">The file of known failures; null for none.</param>
/// <param name="Lang">The language of the reports; null for English.</param>
internal sealed record JudgeOptions(string File, string? Endpoint = null, string? Out = null, string? Profile = null, string? Baseline = null, string? Lang = null);
