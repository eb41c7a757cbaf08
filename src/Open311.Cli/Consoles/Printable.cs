using System.Globalization;
using System.Text;

namespace Open311.Cli.Consoles;

/// <summary>Makes text from elsewhere fit for a terminal: no escape sequences, no line breaks, bounded.</summary>
internal static class Printable
{
    const int Longest = 300;

    /// <summary>One line of at most 300 characters.</summary>
    public static string Line(string text)
    {
        var cut = text.Length > Longest ? text[..Longest] + "..." : text;
        return Escape(cut, keepLines: false);
    }

    /// <summary>Many lines; everything else that steers a terminal is written out.</summary>
    public static string Lines(string text) => Escape(text.ReplaceLineEndings("\n"), keepLines: true);

    static string Escape(string text, bool keepLines)
    {
        if (!text.Any(c => Steers(c, keepLines)))
            return text;
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (Steers(c, keepLines))
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else
                escaped.Append(c);
        }

        return escaped.ToString();
    }

    // Format characters include the ones that turn the direction of writing around.
    static bool Steers(char c, bool keepLines) =>
        (char.IsControl(c) && !(keepLines && c is '\n' or '\t'))
        || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
