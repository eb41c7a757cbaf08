namespace Open311.Reporting.Excerpts;

/// <summary>The part of a body around what a finding is about.</summary>
/// <param name="Lines">A dozen at most.</param>
/// <param name="Note">Which part of what it is.</param>
public sealed record Excerpt(IReadOnlyList<ExcerptLine> Lines, string Note)
{
    /// <summary>Its size in characters.</summary>
    public int Length => Lines.Sum(line => line.Text.Length);
}
