namespace Open311.WebConsole.Pages;

/// <summary>What cannot be done, in a sentence.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="IsForeign">Whether it is not in the language of the page: what the engine says is English.</param>
public sealed record Refusal(string Text, bool IsForeign = false);
