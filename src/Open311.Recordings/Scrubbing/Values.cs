using System.Text.RegularExpressions;
using Open311.Recordings.Scrubbing.Bodies;
using Open311.Recordings.Scrubbing.Fields;
using Open311.Recordings.Scrubbing.Finders;
using Open311.Recordings.Scrubbing.Pseudonyms;
using Open311.Recordings.Scrubbing.Texts;

namespace Open311.Recordings.Scrubbing;

/// <summary>Replaces a stretch whose kind is known.</summary>
static partial class Values
{
    static readonly HashSet<string> nothing = new(["", "null", "none", "nil", "n/a", "na", "-", "--", "unknown", "anonymous", "undefined", "not provided", "true", "false"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a value says that there is none.</summary>
    public static bool IsNothing(string value)
    {
        var trimmed = value.Trim();
        return nothing.Contains(trimmed) || trimmed.All(c => c is '0' or '-' or '.' or ' ');
    }

    public static List<Edit> Edits(PseudonymBook book, ValueKind kind, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        var value = text[start..end];
        return kind switch
        {
            ValueKind.Name => Name(book, text, start, end),
            ValueKind.Phone => Phone(book, text, start, end),
            ValueKind.Credential => Credential(book, start, end, value),
            ValueKind.Position => Positions(book, text, start, end, Jitter.Degrees),
            ValueKind.GridPosition => Positions(book, text, start, end, Jitter.Grid),
            ValueKind.Address => Addresses.Edits(book, text, start, end),
            ValueKind.IpAddress => IpAddresses.Edits(book, text, start, end),
            ValueKind.MediaUrl => MediaUrls.Edits(book, text, start, end),
            ValueKind.FileName => FileName(book, start, end, value),
            ValueKind.File => [new Edit(start, end, Files.Instead(value))],
            ValueKind.BirthDate => BirthDates.Edits(book, text, start, end),
            ValueKind.Account or ValueKind.Device or ValueKind.AddressId or ValueKind.PostalCode or ValueKind.LicencePlate => Pieces.Of(text, start, Opaque.Of(book, kind, value)),
            _ => [],
        };
    }

    static List<Edit> Phone(PseudonymBook book, string text, int start, int end)
    {
        var edits = new List<Edit>();
        for (var at = start; at < end;)
        {
            var length = text.AsSpan(at, end - at).IndexOfAny(",;|");
            var stop = length < 0 ? end : at + length;
            edits.AddRange(Pieces.Digits(text, at, stop, Phones.Of(book, Pieces.DigitsOf(text.AsSpan(at, stop - at)))));
            at = stop + 1;
        }

        return edits;
    }

    static List<Edit> Name(PseudonymBook book, string text, int start, int end)
    {
        var words = NameWords.In(text[start..end]);
        if (words.Any(w => CommonWords.IsOrganisation(w.Value)))
            return [];
        var finds = new Finds();
        foreach (Match word in words)
            NameWords.Replace(book, text, start + word.Index, start + word.Index + word.Length, finds);
        return [.. finds.Replacements.SelectMany(r => r.Edits)];
    }

    static List<Edit> Credential(PseudonymBook book, int start, int end, string value) =>
        value.Length == 0 || Scrubbed().IsMatch(value) ? [] : [new Edit(start, end, book.Of(ValueKind.Credential, value, dice => $"scrubbed-{dice.Letters(8)}"))];

    static List<Edit> FileName(PseudonymBook book, int start, int end, string value)
    {
        var extension = value.LastIndexOf('.') is var dot and > 0 && value.Length - dot <= 6 ? value.Length - dot : 0;
        return value.StartsWith("scrubbed-", StringComparison.Ordinal) ? [] : [new Edit(start, end - extension, book.Of(ValueKind.FileName, value, dice => $"scrubbed-{dice.Letters(8)}"))];
    }

    static List<Edit> Positions(PseudonymBook book, string text, int start, int end, Func<PseudonymBook, string, string?> move)
    {
        var edits = new List<Edit>();
        foreach (Match number in Number().Matches(text[start..end]))
        {
            if (move(book, number.Value) is not { } moved)
                continue;
            // What parts integer and fraction stays as it was written.
            var at = start + number.Index;
            var point = number.Value.IndexOfAny(['.', ',']);
            var made = moved.Split('.');
            var whole = point < 0 ? number.Length : point;
            if (!number.ValueSpan[..whole].SequenceEqual(made[0]))
                edits.Add(new Edit(at, at + whole, made[0]));
            if (made.Length > 1)
                edits.Add(new Edit(at + whole + 1, at + number.Length, made[1]));
        }

        return edits;
    }

    [GeneratedRegex("""(?<![\p{L}\p{N}.])[+-]?\d{1,10}(?:\.\d{1,20}|,\d{1,20}(?![\d\s]*[,;\s]\s*[+-]?\d)(?!\.))?(?![\p{N}])""", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex("^scrubbed-[a-z2-9]{8}$", RegexOptions.CultureInvariant)]
    private static partial Regex Scrubbed();
}
