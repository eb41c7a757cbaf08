namespace Open311.Protocol.Documents;

/// <summary>
/// A place in a document: line and column, both from 1. The column counts characters (Unicode code points), so that it is the
/// same in an editor and in both formats. Lines end at LF, CR LF or CR.
/// </summary>
/// <param name="Line">From 1; 0 where no place is known.</param>
/// <param name="Column">From 1; 0 where no place is known.</param>
public readonly record struct TextPosition(int Line, int Column)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Line}:{Column}";
}
