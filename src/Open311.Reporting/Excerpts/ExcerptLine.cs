namespace Open311.Reporting.Excerpts;

/// <summary>One line of an excerpt.</summary>
/// <param name="Number">From 1, as in the body.</param>
/// <param name="Text">Without secrets, invisible characters written out, cut at a safe length.</param>
/// <param name="IsMarked">Whether the finding is about this line.</param>
public sealed record ExcerptLine(int Number, string Text, bool IsMarked);
