namespace Open311.Conformance.Posting;

/// <summary>What marks everything a run posts: an id that the run's seed and start determine, and a number for each report.</summary>
sealed class RunMark
{
    const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";
    const int Length = 7;
    const string Beginning = "Open311 conformance test ";
    const string End = ", please ignore.";

    public RunMark(int seed, DateTimeOffset started)
    {
        // FNV-1a over both: the same run judged again writes the same texts.
        var hash = 14695981039346656037ul;
        foreach (var part in (ulong[])[(ulong)started.UtcTicks, (ulong)seed])
        {
            for (var shift = 0; shift < 64; shift += 8)
                hash = (hash ^ ((part >> shift) & 0xFF)) * 1099511628211ul;
        }

        Id = string.Concat(Enumerable.Range(0, Length).Select(i => Digits[(int)((hash >> (5 * i)) & 31)]));
    }

    /// <summary>Names the run.</summary>
    public string Id { get; }

    /// <summary>Names one report of the run; occurs nowhere else.</summary>
    public string Nonce(int number) => $"{Id}-{number:000}";

    /// <summary>What every text begins with, for people who find it.</summary>
    public static string Sentence(string nonce) => $"{Beginning}{nonce}{End}";

    /// <summary>Whether a text is one that this suite posted, in this run or an earlier one, be it that its blanks were not decoded.</summary>
    public static bool Bears(string text) => BearsPlainly(text) || BearsPlainly(text.Replace('+', ' '));

    static bool BearsPlainly(string text) =>
        text.IndexOf(Beginning, StringComparison.Ordinal) is >= 0 and var at && text.IndexOf(End, at, StringComparison.Ordinal) >= 0;
}
