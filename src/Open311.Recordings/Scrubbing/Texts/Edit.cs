using Open311.Recordings.Scrubbing.Fields;

namespace Open311.Recordings.Scrubbing.Texts;

/// <summary>
/// A stretch of a text and what takes its place. What takes it consists of ASCII letters, digits, dots, hyphens and underscores, which no format and no
/// encoding escapes: that is why an edit never breaks the document it is in. Base64 is the exception, which forms and queries encode (<see cref="FieldText"/>).
/// </summary>
readonly record struct Edit(int Start, int End, string Text);

/// <summary>One value that is replaced, in one or more pieces.</summary>
sealed record Replacement(ValueKind Kind, IReadOnlyList<Edit> Edits);
