using Open311.Recordings.Scrubbing.Fields;

namespace Open311.Recordings.Scrubbing.Pseudonyms;

/// <summary>Gives each value its replacement: the same one whenever it is asked for, and no two values of a kind the same one.</summary>
sealed class PseudonymBook(long seed)
{
    // Of few digits there are few replacements; then two values have to share one.
    const int MostAttempts = 64;

    readonly Dictionary<(ValueKind, string), string> _given = [];
    readonly HashSet<(ValueKind, string)> _taken = [];
    readonly HashSet<string> _real = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes known what stands in the recording, so that nobody's value becomes somebody else's replacement.</summary>
    public void Avoid(string value) => _real.Add(value);

    /// <param name="kind">The kind of value.</param>
    /// <param name="value">The value in the form in which it counts as the same.</param>
    /// <param name="make">Makes a replacement from draws.</param>
    public string Of(ValueKind kind, string value, Func<Dice, string> make)
    {
        if (_given.TryGetValue((kind, value), out var known))
            return known;

        var made = "";
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            made = make(new Dice(seed, kind.ToString(), value, attempt));
            if (!value.EndsWith(made, StringComparison.Ordinal) && !_real.Contains(made) && !_taken.Contains((kind, made)))
                break;
        }

        _taken.Add((kind, made));
        return _given[(kind, value)] = made;
    }

    /// <summary>Draws for what need not be unlike everything else.</summary>
    public Dice Dice(ValueKind kind, string value) => new(seed, kind.ToString(), value, 0);
}
