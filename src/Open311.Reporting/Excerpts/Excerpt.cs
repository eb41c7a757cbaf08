namespace Open311.Reporting.Excerpts;

/// <summary>The part of a body around what a finding is about.</summary>
/// <param name="Lines">A dozen at most.</param>
/// <param name="Exchange">Number of the exchange.</param>
/// <param name="Size">Bytes of the whole body.</param>
/// <param name="Line">The line it is around, from 1; null when it is the first lines.</param>
public sealed record Excerpt(IReadOnlyList<ExcerptLine> Lines, int Exchange, int Size, int? Line)
{
    /// <summary>Its size in characters.</summary>
    public int Length => Lines.Sum(line => line.Text.Length);
}
