namespace Open311.Reporting.Summaries;

/// <summary>Breaks text into lines of a terminal's width.</summary>
static class TextWrap
{
    const int Width = 78;

    /// <summary>Breaks at blanks; a word longer than the line keeps a line of its own, so that URLs can still be copied.</summary>
    /// <param name="text">One paragraph.</param>
    /// <param name="first">What the first line starts with.</param>
    /// <param name="indent">What every further line starts with.</param>
    public static IEnumerable<string> Lines(string text, string first = "", string? indent = null)
    {
        indent ??= new string(' ', first.Length);
        var line = first;
        var isEmpty = true;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isEmpty && line.Length + 1 + word.Length > Width)
            {
                yield return line;
                line = indent;
                isEmpty = true;
            }

            line = isEmpty ? line + word : $"{line} {word}";
            isEmpty = false;
        }

        yield return line;
    }
}
