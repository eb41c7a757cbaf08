using System.Text;

namespace Open311.Recordings.Scrubbing.Texts;

/// <summary>Applies edits to a text.</summary>
static class Splicing
{
    public static string Apply(string text, IEnumerable<Edit> edits)
    {
        var output = new StringBuilder(text.Length);
        var at = 0;
        foreach (var edit in edits.OrderBy(e => e.Start))
        {
            if (edit.Start < at)
                continue;
            output.Append(text, at, edit.Start - at).Append(edit.Text);
            at = edit.End;
        }

        return output.Append(text, at, text.Length - at).ToString();
    }
}
