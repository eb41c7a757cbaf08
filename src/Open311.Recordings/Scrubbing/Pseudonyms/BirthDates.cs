using System.Globalization;
using System.Text.RegularExpressions;
using Open311.Recordings.Scrubbing.Fields;
using Open311.Recordings.Scrubbing.Texts;

namespace Open311.Recordings.Scrubbing.Pseudonyms;

/// <summary>Dates of birth: another year, the first of January.</summary>
static partial class BirthDates
{
    public static List<Edit> Edits(PseudonymBook book, string text, int start, int end)
    {
        var year = 1940 + book.Dice(ValueKind.BirthDate, text[start..end]).Below(60);
        return [.. Number().Matches(text[start..end]).Select(m => new Edit(
            start + m.Index,
            start + m.Index + m.Length,
            m.Length == 4 ? year.ToString(CultureInfo.InvariantCulture) : m.Length == 8 ? $"{year}0101" : m.Length == 2 ? "01" : "1"))];
    }

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
