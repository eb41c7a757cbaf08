namespace Open311.Selftest.Docs;

/// <summary>A part of a text file that a command writes, between two lines that mark it.</summary>
public static class MarkedBlock
{
    /// <summary>The line before it.</summary>
    public const string Begin = "<!-- kill matrix: written by 'open311 selftest --update', not by hand -->";

    /// <summary>The line after it.</summary>
    public const string End = "<!-- end of kill matrix -->";

    /// <summary>The text with another block; null when it has not one pair of marks.</summary>
    /// <param name="text">The file.</param>
    /// <param name="block">What shall stand between the marks, ending in a line feed.</param>
    public static string? Replace(string text, string block)
    {
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = begin < 0 ? -1 : text.IndexOf(End, begin, StringComparison.Ordinal);
        return end < 0 ? null : $"{text[..(begin + Begin.Length)]}\n{block}{text[end..]}";
    }
}
