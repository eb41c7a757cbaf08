using System.Text.RegularExpressions;
using Open311.Recordings.Scrubbing.Pseudonyms;
using Open311.Recordings.Scrubbing.Texts;

namespace Open311.Recordings.Scrubbing.Finders;

/// <summary>Names that a field has told, wherever they are words of a text. Those that are common words, too ("Will", "Rose"), count when they are written as names are.</summary>
sealed class KnownNameFinder(PseudonymBook book, KnownValues known) : IFinder
{
    public void Find(string text, Finds finds)
    {
        if (known.Names.Count == 0)
            return;
        foreach (Match word in NameWords.In(text))
        {
            foreach (var (start, end) in Halves(word))
            {
                if (known.Names.Contains(Folding.Of(text[start..end])) && IsWrittenAsName(text, start, end))
                    NameWords.Replace(book, text, start, end, finds);
            }
        }
    }

    static IEnumerable<(int Start, int End)> Halves(Match word)
    {
        var at = word.Index;
        foreach (var half in word.Value.Split('-'))
        {
            // "Jane's" is Jane, and O'Brien is known whole.
            var end = half.EndsWith("'s", StringComparison.OrdinalIgnoreCase) || half.EndsWith("’s", StringComparison.OrdinalIgnoreCase) ? half.Length - 2 : half.Length;
            yield return (at, at + end);
            at += half.Length + 1;
        }
    }

    static bool IsWrittenAsName(string text, int start, int end)
    {
        var word = text[start..end];
        if (word.Length > 2 && !CommonWords.IsAmbiguous(word))
            return true;
        if (!char.IsUpper(word[0]))
            return false;
        // May 5, 5 May.
        return !CommonWords.IsMonth(word) || !(NextTo(text, start - 2) || NextTo(text, end + 1));
    }

    static bool NextTo(string text, int at) => at >= 0 && at < text.Length && char.IsDigit(text[at]);
}
