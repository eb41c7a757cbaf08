using System.Globalization;
using System.Text.RegularExpressions;
using Open311.Recordings.Scrubbing.Fields;
using Open311.Recordings.Scrubbing.Pseudonyms;
using Open311.Recordings.Scrubbing.Texts;

namespace Open311.Recordings.Scrubbing.Finders;

/// <summary>Positions within texts: pairs of ordinates, ordinates after their name, and ordinates that a field has told.</summary>
sealed partial class PositionFinder(PseudonymBook book, KnownValues known) : IFinder
{
    public void Find(string text, Finds finds)
    {
        if (!text.Contains('.') && !text.Contains(','))
            return;
        foreach (Match match in Pair().Matches(text))
        {
            if (IsWithin(match.Groups["a"].Value) && IsWithin(match.Groups["b"].Value))
                Take(text, finds, match.Groups["a"], match.Groups["b"]);
        }

        foreach (Match match in Named().Matches(text))
            Take(text, finds, match.Groups["a"]);
        if (known.Ordinates.Count == 0)
            return;
        foreach (Match match in Number().Matches(text))
        {
            if (known.Ordinates.Contains(match.Value))
                Take(text, finds, match.Groups[0]);
        }
    }

    void Take(string text, Finds finds, params ReadOnlySpan<Group> numbers)
    {
        foreach (var number in numbers)
        {
            var edits = Values.Edits(book, ValueKind.Position, text, number.Index, number.Index + number.Length);
            if (edits.Count > 0)
                finds.Add(ValueKind.Position, number.Index, number.Index + number.Length, edits);
        }
    }

    static bool IsWithin(string number) => Math.Abs(double.Parse(number, CultureInfo.InvariantCulture)) <= 180;

    [GeneratedRegex("""(?<![\p{L}\p{N}.])(?<a>[+-]?\d{1,3}\.\d{3,18})°?\s{0,2}[NSns]?[,;\s/|]{1,4}(?<b>[+-]?\d{1,3}\.\d{3,18})(?![\p{N}.]\d?)""", RegexOptions.CultureInvariant)]
    private static partial Regex Pair();

    [GeneratedRegex("""\b(?:lat|lon|long|lng|latitude|longitude|geo:|breitengrad|l[äa]ngengrad)["'”]?\s?[:=]?\s?["'“]?(?<a>[+-]?\d{1,3}\.\d{2,18})""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex("""(?<![\p{N}.])\d{1,3}\.\d{4,18}(?![\p{N}]|\.\d)""", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
