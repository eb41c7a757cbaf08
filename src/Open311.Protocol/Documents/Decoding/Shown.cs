using System.Globalization;
using System.Text;

namespace Open311.Protocol.Documents.Decoding;

/// <summary>Makes received text fit for a message: short, on one line, with nothing invisible in it.</summary>
static class Shown
{
    const int Longest = 40;

    /// <summary>The beginning of a text in quotes, with control characters as <c>U+000A</c>.</summary>
    public static string Excerpt(ReadOnlySpan<char> text)
    {
        var shown = new StringBuilder("\"");
        var count = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (++count > Longest)
            {
                shown.Append('…');
                break;
            }

            if (IsPlain(rune))
                shown.Append(rune);
            else
                shown.Append(CultureInfo.InvariantCulture, $"[{Name(rune)}]");
        }

        return shown.Append('"').ToString();
    }

    /// <summary>One character for a message: itself and its number, or the number alone when it cannot be seen.</summary>
    public static string Character(Rune rune) => IsPlain(rune) ? $"\"{rune}\" ({Name(rune)})" : Name(rune);

    static bool IsPlain(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    static string Name(Rune rune) => string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}");
}
