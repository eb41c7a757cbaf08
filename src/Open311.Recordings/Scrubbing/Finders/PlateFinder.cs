using System.Text.RegularExpressions;
using Open311.Recordings.Scrubbing.Fields;
using Open311.Recordings.Scrubbing.Pseudonyms;
using Open311.Recordings.Scrubbing.Texts;

namespace Open311.Recordings.Scrubbing.Finders;

/// <summary>Licence plates, where the text says that it is one: by their look alone they are codes of services and wards as well.</summary>
sealed partial class PlateFinder(PseudonymBook book) : IFinder
{
    public void Find(string text, Finds finds)
    {
        foreach (Match match in Announced().Matches(text))
        {
            var plate = match.Groups["p"];
            if (plate.Value.Any(char.IsDigit))
                finds.Add(ValueKind.LicencePlate, plate.Index, plate.Index + plate.Length, Values.Edits(book, ValueKind.LicencePlate, text, plate.Index, plate.Index + plate.Length));
        }
    }

    [GeneratedRegex("""\b(?i:licen[sc]e plate|number plate|plate|plates|registration|reg|tag|kennzeichen|rekisterinumero|rekkari|immatriculation|plaque|matr[ií]cula)\b(?i:\s?(?:no|nr|number|num|is|was|#|ist|on))*[\s.:=#]{1,3}(?i:(?:[A-Z]{2})\s)?(?<p>[A-Z0-9ÄÖÜÅ]{1,8}(?:[ \-][A-Z0-9]{1,5}){0,3})\b""", RegexOptions.CultureInvariant)]
    private static partial Regex Announced();
}
