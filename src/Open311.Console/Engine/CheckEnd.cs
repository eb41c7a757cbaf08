using Open311.Conformance.Findings;

namespace Open311.WebConsole.Engine;

/// <summary>What came of a check whose reports are written.</summary>
/// <param name="Outcome">Its outcome.</param>
/// <param name="Words">The verdict in a few words.</param>
/// <param name="Summary">The summary, line by line, free of secrets.</param>
/// <param name="Notes">What else is to be told, such as why there is no bundle; a sentence each, free of secrets.</param>
public sealed record CheckEnd(RunOutcome Outcome, string Words, IReadOnlyList<string> Summary, IReadOnlyList<string> Notes);
