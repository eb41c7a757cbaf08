using System.Text.RegularExpressions;
using Open311.Recordings.Scrubbing.Fields;
using Open311.Recordings.Scrubbing.Pseudonyms;
using Open311.Recordings.Scrubbing.Texts;

namespace Open311.Recordings.Scrubbing.Finders;

/// <summary>The words that names consist of.</summary>
static partial class NameWords
{
    static readonly HashSet<string> particles =
    [
        "van", "von", "der", "den", "de", "del", "della", "la", "le", "di", "da", "dos", "bin", "al", "el", "zu", "af", "ter", "and", "und", "et", "y", "mr", "mrs", "ms", "miss", "mx",
        "dr", "prof", "herr", "frau", "jr", "sr", "ii", "iii",
    ];

    public static MatchCollection In(string text) => Word().Matches(text);

    /// <summary>Whether a word of a name is no name itself: a particle, a title.</summary>
    public static bool IsParticle(string word) => particles.Contains(word.ToLowerInvariant());

    /// <summary>Replaces one word of a name; each half of a double name by itself, so that it is known by itself.</summary>
    public static void Replace(PseudonymBook book, string text, int start, int end, Finds finds)
    {
        for (var at = start; at < end;)
        {
            var hyphen = text.IndexOf('-', at, end - at);
            var stop = hyphen < 0 ? end : hyphen;
            if (stop > at && char.IsLetter(text[at]) && !IsParticle(text[at..stop]))
            {
                var word = text[at..stop];
                var made = word.Length == 1 ? "Q" : Names.Of(book, word);
                finds.Add(ValueKind.Name, at, stop, made == word ? [] : [new Edit(at, stop, made)]);
            }

            at = stop + 1;
        }
    }

    [GeneratedRegex("""\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*(?:\-\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*)*""", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
