using System.Text.RegularExpressions;
using Open311.Recordings.Scrubbing.Fields;
using Open311.Recordings.Scrubbing.Finders;
using Open311.Recordings.Scrubbing.Texts;

namespace Open311.Recordings.Scrubbing.Pseudonyms;

/// <summary>Addresses, part by part (as commas part them) and word by word: house numbers and words change, what kind of street it is stays.</summary>
static partial class Addresses
{
    static readonly HashSet<string> generic = new(
        ("street st avenue ave av road rd boulevard blvd lane ln drive dr court ct place pl square sq terrace ter parkway pkwy highway hwy crescent close gardens mews way row alley "
        + "north south east west n s e w ne nw se sw apt unit suite ste floor fl room no at and near corner intersection of the block between opposite & ward district "
        + "rue de du des la le les chemin quai impasse straße strasse str weg platz allee gasse am an der im in usa united states us uk").Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>The parts of an address that are known by themselves: those with a house number and a word.</summary>
    public static IEnumerable<string> Parts(string address) =>
        address.Split(',', '\n', ';').Select(p => p.Trim()).Where(p => p.Length >= 6 && p.Any(char.IsDigit) && p.Any(char.IsLetter) && p.Contains(' '));

    public static List<Edit> Edits(PseudonymBook book, string text, int start, int end)
    {
        var edits = new List<Edit>();
        foreach (Match word in Word().Matches(text[start..end]))
        {
            var at = start + word.Index;
            if (char.IsDigit(word.Value[0]))
                edits.AddRange(Number(book, text, at, at + word.Length, Beside(text, start, end, at)));
            else if (!generic.Contains(word.Value) && !Street(book, text, at, word.Value, edits))
                edits.Add(new Edit(at, at + word.Length, Names.Of(book, word.Value)));
        }

        edits.RemoveAll(e => text.AsSpan(e.Start, e.End - e.Start).SequenceEqual(e.Text));
        return edits;
    }

    // "Hauptstraße" stays a "…straße".
    static bool Street(PseudonymBook book, string text, int at, string word, List<Edit> edits)
    {
        var ending = Ending().Match(word);
        if (!ending.Success || ending.Index < 2)
            return false;
        edits.Add(new Edit(at, at + ending.Index, Names.Of(book, word[..ending.Index])));
        return true;
    }

    static List<Edit> Number(PseudonymBook book, string text, int start, int end, string beside)
    {
        // 2nd, 3rd: the ordinal is part of the street's name.
        var digits = end;
        while (digits > start && !char.IsDigit(text[digits - 1]))
            digits--;
        if (Ordinal().IsMatch(text[start..end]))
            return [];
        var number = text[start..digits];
        var made = book.Of(ValueKind.Address, $"{number} {beside}", dice => string.Create(number.Length, dice, static (made, d) =>
        {
            for (var i = 0; i < made.Length; i++)
                made[i] = (char)((i == 0 ? '1' : '0') + d.Below(i == 0 ? 9 : 10));
        }));
        return [new Edit(start, digits, made)];
    }

    // A house number means something with its street only.
    static string Beside(string text, int start, int end, int at)
    {
        var from = text.LastIndexOf(',', at, at - start + 1);
        var to = text.IndexOf(',', at, end - at);
        return string.Join(' ', Word().Matches(text[(from < 0 ? start : from)..(to < 0 ? end : to)]).Select(m => Folding.Of(m.Value)).Where(w => !char.IsDigit(w[0]) && !generic.Contains(w)));
    }

    [GeneratedRegex("""[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*""", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("""(?i:straße|strasse|str|weg|platz|allee|gasse|ring|ufer|damm|katu|tie|kuja|gatan|vägen|gata|vej|straat|laan|plein)$""", RegexOptions.CultureInvariant)]
    private static partial Regex Ending();

    [GeneratedRegex("""^\d+(?i:st|nd|rd|th)$""", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();
}
