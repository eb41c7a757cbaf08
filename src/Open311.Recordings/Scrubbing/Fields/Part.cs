namespace Open311.Recordings.Scrubbing.Fields;

/// <summary>One text of a call with the values in it.</summary>
/// <param name="Take">The number of the call.</param>
/// <param name="Label">Which text it is, as <see cref="ScrubPlace.Part"/> says it.</param>
/// <param name="Text">The text.</param>
/// <param name="Fields">The values, in order, none overlapping another.</param>
sealed record Part(int Take, string Label, string Text, IReadOnlyList<Field> Fields);
