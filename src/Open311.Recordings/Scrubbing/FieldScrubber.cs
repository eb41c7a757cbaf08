using Open311.Recordings.Scrubbing.Fields;
using Open311.Recordings.Scrubbing.Finders;
using Open311.Recordings.Scrubbing.Pseudonyms;
using Open311.Recordings.Scrubbing.Texts;

namespace Open311.Recordings.Scrubbing;

/// <summary>Finds what is to be replaced in one value.</summary>
sealed class FieldScrubber
{
    const int MostNesting = 3;

    // The same requests stand in many answers; what is longer is seldom seen twice.
    const int LongestRemembered = 4096;
    const int MostRemembered = 100_000;

    readonly PseudonymBook _book;
    readonly KnownValues _known;
    readonly IFinder[] _all;
    readonly IFinder[] _services;
    readonly IFinder[] _paths;
    readonly EmailFinder _emails;
    readonly Dictionary<(ValueKind, string), IReadOnlyList<Replacement>> _seen = [];
    int _nesting;

    public FieldScrubber(PseudonymBook book, KnownValues known)
    {
        (_book, _known) = (book, known);
        _emails = new EmailFinder(book, known);
        var literals = new LiteralFinder(book, known);
        var names = new KnownNameFinder(book, known);
        _all =
        [
            new UrlFinder(book, known), _emails, literals, new CredentialFinder(book, known), new PositionFinder(book, known), new IpAddressFinder(book), new PhoneFinder(book, known),
            new PlateFinder(book), new StreetFinder(book, known), new NameFinder(book), names, new Base64Finder(Nested),
        ];
        _services = [new EmailFinder(book, known, onlyKnown: true), new LiteralFinder(book, known, addresses: false), new PhoneFinder(book, known, onlyKnown: true)];
        _paths = [_emails, literals, new PhoneFinder(book, known, onlyKnown: true), names];
    }

    /// <param name="kind">What the value tells.</param>
    /// <param name="text">The value, its escapes resolved.</param>
    public IReadOnlyList<Replacement> Find(ValueKind kind, string text)
    {
        if (text.Length > LongestRemembered || kind is ValueKind.File)
            return Look(kind, text);
        if (_seen.TryGetValue((kind, text), out var seen))
            return seen;
        if (_seen.Count >= MostRemembered)
            _seen.Clear();
        return _seen[(kind, text)] = Look(kind, text);
    }

    List<Replacement> Look(ValueKind kind, string text)
    {
        var finds = new Finds();
        var trimmed = text.AsSpan().Trim().ToString();
        if (trimmed.Length == 0 || Values.IsNothing(trimmed) || (kind is not ValueKind.FreeText && _known.Public.Contains(trimmed) && !trimmed.Contains('@')))
            return [];
        switch (kind)
        {
            case ValueKind.FreeText:
                Whole(text, trimmed, finds);
                Run(_all, text, finds);
                break;
            case ValueKind.Kept:
                if (text.Contains('@'))
                    _emails.Find(text, finds);
                break;
            case ValueKind.ServiceText:
                Run(_services, text, finds);
                break;
            case ValueKind.Path:
                Run(_paths, text, finds);
                break;
            default:
                Structured(kind, text, finds);
                break;
        }

        return finds.Replacements;
    }

    /// <summary>A text that was encoded within another.</summary>
    string Nested(string text)
    {
        if (_nesting >= MostNesting)
            return text;
        _nesting++;
        var unescaped = Unescaped.Of(text);
        var replacements = Find(ValueKind.FreeText, unescaped.Text);
        _nesting--;
        return Splicing.Apply(text, replacements.SelectMany(r => r.Edits).Select(e =>
        {
            var (start, end) = unescaped.Raw(e.Start, e.End);
            return new Edit(start, end, e.Text);
        }));
    }

    void Structured(ValueKind kind, string text, Finds finds)
    {
        // What is no address of the kind is text: it may hold anything.
        if (kind is ValueKind.Email && text.Contains('@'))
            _emails.Find(text, finds);
        else if (kind is ValueKind.Address && IsPosition(text))
            Take(ValueKind.Position, text, finds);
        else if (kind is not ValueKind.Email && !(kind is ValueKind.MediaUrl && !MediaUrls.Is(text)))
            Take(kind, text, finds);
        if (kind is not (ValueKind.Position or ValueKind.GridPosition))
            Run(_all, text, finds);
    }

    void Take(ValueKind kind, string text, Finds finds)
    {
        var edits = Values.Edits(_book, kind, text, 0, text.Length);
        if (edits.Count > 0)
            finds.Add(kind, edits.Min(e => e.Start), edits.Max(e => e.End), edits);
    }

    void Whole(string text, string trimmed, Finds finds)
    {
        if (_known.Whole.TryGetValue(trimmed, out var kind) && kind is not ValueKind.Address)
            Take(kind, text, finds);
    }

    static bool IsPosition(string text) => text.Count(char.IsDigit) >= 6 && !text.Any(char.IsLetter) && text.Contains('.');

    static void Run(IFinder[] finders, string text, Finds finds)
    {
        foreach (var finder in finders)
            finder.Find(text, finds);
    }
}
