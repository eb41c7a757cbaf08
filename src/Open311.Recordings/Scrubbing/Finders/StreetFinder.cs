using System.Text.RegularExpressions;
using Open311.Recordings.Scrubbing.Fields;
using Open311.Recordings.Scrubbing.Pseudonyms;
using Open311.Recordings.Scrubbing.Texts;

namespace Open311.Recordings.Scrubbing.Finders;

/// <summary>Streets with a house number within texts, and postal codes that a field has told.</summary>
sealed partial class StreetFinder(PseudonymBook book, KnownValues known) : IFinder
{
    public void Find(string text, Finds finds)
    {
        foreach (Match match in Numbered().Matches(text))
            finds.Add(ValueKind.Address, match.Index, match.Index + match.Length, Values.Edits(book, ValueKind.Address, text, match.Index, match.Index + match.Length));
        if (known.PostalCodes.Count == 0)
            return;
        foreach (Match match in PostalCode().Matches(text))
        {
            if (known.PostalCodes.Contains(match.Value))
                finds.Add(ValueKind.PostalCode, match.Index, match.Index + match.Length, Values.Edits(book, ValueKind.PostalCode, text, match.Index, match.Index + match.Length));
        }
    }

    [GeneratedRegex("""
        (?<![\p{L}\p{N}.,:/\-#])(?:
          [1-9]\d{0,4}[A-Za-z]?[ ]+(?:(?i:n|s|e|w|north|south|east|west)\.?[ ]+)?(?:\p{Lu}[\p{L}'’\-]*\.?[ ]+|\d{1,3}(?:st|nd|rd|th)[ ]+){1,3}(?i:street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|court|ct|place|pl|square|sq|terrace|ter|parkway|pkwy|highway|hwy|crescent|close|gardens|mews)\b
        | \p{Lu}[\p{L}\-]{2,30}(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|ufer|damm|katu|tie|kuja|gatan|vägen|gata|vej|straat|laan|plein)[ ]+[1-9]\d{0,3}[ ]?[a-zA-Z]?
        | \p{Lu}[\p{L}\-]{2,30}[ ](?:Straße|Strasse|Weg|Platz|Allee|Ring|Damm|Ufer)[ ]+[1-9]\d{0,3}[ ]?[a-zA-Z]?
        | [1-9]\d{0,3}(?:[ ]?(?:bis|ter))?,?[ ](?:rue|avenue|boulevard|place|chemin|allée|impasse|quai)[ ](?:(?:de|du|des|la|le|les|l['’]|d['’])[ ]?){0,2}\p{Lu}[\p{L}'’\-]*(?:[ ]\p{Lu}[\p{L}'’\-]*){0,2}
        )(?![\p{L}\p{N}])
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Numbered();

    [GeneratedRegex("""(?<![\p{L}\p{N}.,:/\-])(?:\d{4,6}(?:-\d{4})?|[A-Za-z]{1,2}\d[A-Za-z\d]? \d[A-Za-z]{2}|[A-Za-z]\d[A-Za-z] ?\d[A-Za-z]\d|\d{4} ?[A-Z]{2})(?![\p{L}\p{N}\-]|[.,:]\d)""", RegexOptions.CultureInvariant)]
    private static partial Regex PostalCode();
}
