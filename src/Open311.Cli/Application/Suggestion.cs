namespace Open311.Cli.Application;

/// <summary>Finds what the operator probably meant.</summary>
internal static class Suggestion
{
    /// <summary><c> Did you mean 'timeout'?</c> with a leading blank, or nothing when no candidate is near.</summary>
    public static string For(string given, IEnumerable<string> candidates) =>
        Nearest(given, candidates) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    /// <summary>The candidate with the fewest edits, or null when even that is another word.</summary>
    public static string? Nearest(string given, IEnumerable<string> candidates)
    {
        // Beyond this length no candidate can be near, and the distance costs the product of both lengths.
        if (given.Length is 0 or > 64)
            return null;
        var (nearest, edits) = candidates
            .Select(candidate => (candidate, edits: Edits(given.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .OrderBy(pair => pair.edits)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .FirstOrDefault((candidate: "", edits: int.MaxValue));
        return edits <= Math.Max(1, given.Length / 3) ? nearest : null;
    }

    // Two letters in the wrong order are one slip of the fingers, not two.
    static int Edits(string from, string to)
    {
        int[] above = [], twoAbove;
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            (twoAbove, above, row) = (above, row, new int[to.Length + 1]);
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = above[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    row[j] = Math.Min(row[j], twoAbove[j - 2] + 1);
            }
        }

        return row[to.Length];
    }
}
