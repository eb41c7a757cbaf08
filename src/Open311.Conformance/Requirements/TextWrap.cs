using System.Text;

namespace Open311.Conformance.Requirements;

/// <summary>Breaks plain text into lines for a terminal.</summary>
static class TextWrap
{
    /// <summary>Appends <paramref name="text"/> with an indent; a word longer than the line stands alone, unbroken.</summary>
    public static void Append(StringBuilder target, string text, int indent, int width)
    {
        var used = 0;
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (used > 0 && used + 1 + word.Length > width)
            {
                target.Append('\n');
                used = 0;
            }

            var lead = used == 0 ? indent : 1;
            target.Append(' ', lead).Append(word);
            used += lead + word.Length;
        }

        target.Append('\n');
    }

    /// <summary>The text in one line of at most <paramref name="width"/> characters, cut at a word where it is too long.</summary>
    public static string Shorten(string text, int width)
    {
        if (text.Length <= width)
            return text;
        const string Cut = "...";
        var room = Math.Max(1, width - Cut.Length);
        var blank = text.LastIndexOf(' ', room);
        return text[..(blank > room / 2 ? blank : room)].TrimEnd(' ', ',', ';', ':', '(') + Cut;
    }
}
