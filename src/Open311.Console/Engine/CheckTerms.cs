namespace Open311.WebConsole.Engine;

/// <summary>What a check was asked to do, as it may be shown and kept.</summary>
/// <param name="Jurisdiction">jurisdiction_ids with commas between them; empty for none.</param>
/// <param name="Classes">Conformance classes with commas between them; empty for all.</param>
/// <param name="Profile">The buyer's profile; empty for none.</param>
/// <param name="Language">The tag of the language of the reports.</param>
/// <param name="Writes">Whether posting was allowed.</param>
public sealed record CheckTerms(string Jurisdiction, string Classes, string Profile, string Language, bool Writes);
