using System.Text.RegularExpressions;
using Open311.Recordings.Scrubbing.Fields;
using Open311.Recordings.Scrubbing.Pseudonyms;
using Open311.Recordings.Scrubbing.Texts;

namespace Open311.Recordings.Scrubbing.Finders;

/// <summary>URLs within texts: those of pictures point elsewhere, keys and positions in the arguments of others are replaced.</summary>
sealed partial class UrlFinder(PseudonymBook book, KnownValues known) : IFinder
{
    public void Find(string text, Finds finds)
    {
        if (!text.Contains("://", StringComparison.Ordinal))
            return;
        foreach (Match match in Url().Matches(text))
        {
            var end = match.Index + match.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')', '\'').Length;
            if (Picture().IsMatch(text[match.Index..end]))
                finds.Add(ValueKind.MediaUrl, match.Index, end, Values.Edits(book, ValueKind.MediaUrl, text, match.Index, end));
            else
                Arguments(text, match.Index, end, finds);
        }
    }

    void Arguments(string text, int start, int end, Finds finds)
    {
        foreach (var field in UrlFields.Of(text, start, end, new FieldKeeper([])))
        {
            var (from, to) = field.Segments[0];
            var value = text[from..to];
            if (field.Kind is ValueKind.FreeText or ValueKind.Kept or ValueKind.Path or ValueKind.Address or ValueKind.MediaUrl || known.Public.Contains(value) || Values.IsNothing(value))
                continue;
            var edits = Values.Edits(book, field.Kind, text, from, to);
            if (edits.Count > 0)
                finds.Add(field.Kind, from, to, edits);
        }
    }

    [GeneratedRegex("""https?://[^\s<>"'`\\{}|^\[\]]{1,2000}""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Url();

    [GeneratedRegex("""^[^?#]*\.(?:jpe?g|png|gif|webp|heic|heif|bmp|tiff?|mp4|mov|avi|3gp)(?:[?#]|$)""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Picture();
}
