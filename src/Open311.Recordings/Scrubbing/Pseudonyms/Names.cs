using System.Text.RegularExpressions;
using Open311.Recordings.Scrubbing.Fields;
using Open311.Recordings.Scrubbing.Texts;

namespace Open311.Recordings.Scrubbing.Pseudonyms;

/// <summary>Names of people, word by word, so that a first name alone becomes what it becomes beside its last name. What is made begins with a Q before a vowel other than u, as nobody's name does.</summary>
static partial class Names
{
    public static string Of(PseudonymBook book, string word)
    {
        if (Made().IsMatch(word))
            return word;
        var name = book.Of(ValueKind.Name, Folding.Of(word), Draw);
        return word.Length > 1 && word == word.ToUpperInvariant() ? name.ToUpperInvariant()
            : char.IsLower(word[0]) ? name
            : char.ToUpperInvariant(name[0]) + name[1..];
    }

    static string Draw(Dice dice)
    {
        var name = "q" + dice.From("aeio");
        for (var i = 0; i < 3; i++)
            name += $"{dice.From("bdfghklmnprstvz")}{dice.From("aeiou")}";
        return name;
    }

    [GeneratedRegex("^q[aeio](?:[bdfghklmnprstvz][aeiou]){3}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Made();
}
