namespace Open311.Recordings.Scrubbing;

/// <summary>What was replaced of one kind in one field.</summary>
/// <param name="Kind">The kind of data, such as <c>e-mail</c>.</param>
/// <param name="Field">The field, argument or header it stood in; <c>text</c> for a body that is no document.</param>
/// <param name="Count">How often it was replaced.</param>
/// <param name="Distinct">How many different values were replaced.</param>
/// <param name="Places">The first places, at most five.</param>
public sealed record ScrubRow(string Kind, string Field, int Count, int Distinct, IReadOnlyList<ScrubPlace> Places);
