namespace Open311.WebConsole.Runs;

/// <summary>A comparison that is kept.</summary>
/// <param name="Id">Not to be guessed.</param>
/// <param name="Created">When.</param>
/// <param name="Runs">The ids of the runs compared.</param>
/// <param name="Names">What they were called, with commas between them.</param>
internal sealed record ComparisonRow(string Id, DateTimeOffset Created, IReadOnlyList<string> Runs, string Names);
