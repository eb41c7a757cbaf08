namespace Open311.Conformance.Fixtures;

/// <summary>Finds what somebody probably meant.</summary>
public static class Spelling
{
    /// <summary>The known words nearest to an unknown one, the nearest first; ties in the order given.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="known">What could have been meant.</param>
    /// <param name="count">How many to return at most.</param>
    /// <param name="distance">How many letters may be wrong at most.</param>
    public static IReadOnlyList<string> Nearest(string word, IEnumerable<string> known, int count = 3, int distance = int.MaxValue) =>
    [
        .. known.Select(candidate => (candidate, off: Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(pair => pair.off <= distance)
            .OrderBy(pair => pair.off)
            .Take(count)
            .Select(pair => pair.candidate),
    ];

    /// <summary>A sentence end such as <c>; did you mean 'level'?</c>, or nothing when no known word is near.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="known">What could have been meant.</param>
    public static string Suggest(string word, IEnumerable<string> known) =>
        Nearest(word, known, 1, Math.Max(1, word.Length / 3)) is [var near] ? $"; did you mean '{near}'?" : "";

    /// <summary>Words as a sentence lists them: <c>must, should or may</c>.</summary>
    /// <param name="words">The words.</param>
    public static string Choice(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "nothing",
        1 => words[0],
        _ => $"{string.Join(", ", words.Take(words.Count - 1))} or {words[^1]}",
    };

    /// <summary>Letters to insert, drop, replace or swap with their neighbour.</summary>
    static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(replaced, 1 + Math.Min(rows[i - 1, j], rows[i, j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[a.Length, b.Length];
    }
}
