using System.Text.RegularExpressions;
using Open311.Recordings.Scrubbing.Fields;
using Open311.Recordings.Scrubbing.Pseudonyms;
using Open311.Recordings.Scrubbing.Texts;

namespace Open311.Recordings.Scrubbing.Finders;

/// <summary>Keys and passwords that a text announces: "api key: f1301b1d".</summary>
sealed partial class CredentialFinder(PseudonymBook book, KnownValues known) : IFinder
{
    public void Find(string text, Finds finds)
    {
        foreach (Match match in Announced().Matches(text))
        {
            var value = match.Groups["v"];
            if (!known.Public.Contains(value.Value))
                finds.Add(ValueKind.Credential, value.Index, value.Index + value.Length, Values.Edits(book, ValueKind.Credential, text, value.Index, value.Index + value.Length));
        }
    }

    [GeneratedRegex("""\b(?:api[_\- ]?key|access[_\- ]?token|auth[_\- ]?token|client[_\- ]?secret|secret|password|passwd|pwd|passwort|bearer)\b(?:\s+(?:is|was|ist)\b|\s?[:=])?\s*["'“]?(?<v>(?=[A-Za-z_\-.~+/]*[0-9])[A-Za-z0-9_\-.~+/]{6,200}|(?<=[:=]\s*["'“]?)[A-Za-z0-9_\-~+]{6,200}(?![A-Za-z0-9_:/]))""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Announced();
}
