using System.Buffers;
using Open311.Recordings.Scrubbing.Fields;
using Open311.Recordings.Scrubbing.Pseudonyms;
using Open311.Recordings.Scrubbing.Texts;

namespace Open311.Recordings.Scrubbing;

/// <summary>What fields of the recording have told of people: it is replaced wherever else it stands.</summary>
sealed class KnownValues
{
    const int ShortestLiteral = 6;
    const int ShortestWhole = 4;
    const int PhoneDigits = 7;

    readonly Dictionary<string, ValueKind> _literals = new(StringComparer.OrdinalIgnoreCase);
    SearchValues<string>? _search;
    int[] _lengths = [];

    /// <summary>Identifiers of public records and codes of services, which stay.</summary>
    public HashSet<string> Public { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words of names, folded.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Emails { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Telephone numbers as <see cref="Phones.Key"/> has them.</summary>
    public HashSet<string> PhoneKeys { get; } = new(StringComparer.Ordinal);

    /// <summary>Ordinates of positions without their sign, of four decimals at least.</summary>
    public HashSet<string> Ordinates { get; } = new(StringComparer.Ordinal);

    public HashSet<string> PostalCodes { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Short identifiers, which count where they are a whole value.</summary>
    public Dictionary<string, ValueKind> Whole { get; } = new(StringComparer.OrdinalIgnoreCase);

    public void AddLiteral(ValueKind kind, string value)
    {
        if (value.Length >= ShortestLiteral)
            _literals.TryAdd(value, kind);
        if (value.Length >= ShortestWhole)
            Whole.TryAdd(value, kind);
    }

    public void AddPhone(string digits)
    {
        if (digits.Length >= PhoneDigits)
            PhoneKeys.Add(Phones.Key(digits));
    }

    /// <summary>No more is learnt; what is public is no secret.</summary>
    public void Settle()
    {
        foreach (var value in _literals.Keys.Where(Public.Contains).ToList())
            _literals.Remove(value);
        foreach (var value in Whole.Keys.Where(Public.Contains).ToList())
            Whole.Remove(value);
        _search = _literals.Count == 0 ? null : SearchValues.Create([.. _literals.Keys], StringComparison.OrdinalIgnoreCase);
        _lengths = [.. _literals.Keys.Select(k => k.Length).Distinct().OrderDescending()];
    }

    /// <summary>Whether a field has told that a picture is there.</summary>
    public bool IsMedia(string url) => _literals.TryGetValue(url, out var kind) && kind is ValueKind.MediaUrl;

    /// <summary>The literals in a text, the longest at each place, where no letter or digit adjoins.</summary>
    public IEnumerable<(int Start, int Length, ValueKind Kind)> LiteralsIn(string text)
    {
        if (_search is null)
            yield break;
        for (var at = 0; at < text.Length;)
        {
            var found = text.AsSpan(at).IndexOfAny(_search);
            if (found < 0)
                yield break;
            at += found;
            var (length, kind) = At(text, at);
            if (length > 0)
                yield return (at, length, kind);
            at += Math.Max(length, 1);
        }
    }

    (int Length, ValueKind Kind) At(string text, int at)
    {
        var lookup = _literals.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var length in _lengths)
        {
            if (at + length <= text.Length && lookup.TryGetValue(text.AsSpan(at, length), out var kind) && IsWhole(text, at, at + length))
                return (length, kind);
        }

        return default;
    }

    static bool IsWhole(string text, int start, int end) =>
        !(start > 0 && char.IsLetterOrDigit(text[start - 1]) && char.IsLetterOrDigit(text[start])) && !(end < text.Length && char.IsLetterOrDigit(text[end]) && char.IsLetterOrDigit(text[end - 1]));
}
