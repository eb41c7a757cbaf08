namespace Open311.Conformance.Rules;

/// <summary>Identifiers that a URL carries only percent-encoded, or that its dots make ambiguous.</summary>
static class SpecialText
{
    /// <summary>Whether an identifier holds anything but ASCII letters, digits, hyphens, underscores and tildes.</summary>
    public static bool Is(string identifier) => identifier.Any(IsSpecial);

    /// <summary>So many identifiers that between them have as many kinds of special characters as possible: what one of them survives, another may not.</summary>
    public static IReadOnlyList<string> Varied(IEnumerable<string> identifiers, int most)
    {
        var left = identifiers.Where(Is).Distinct(StringComparer.Ordinal).ToList();
        var chosen = new List<string>();
        var covered = new HashSet<string>();
        while (chosen.Count < most && left.MaxBy(i => Kinds(i).Except(covered).Count()) is { } next && (chosen.Count == 0 || Kinds(next).Except(covered).Any()))
        {
            chosen.Add(next);
            covered.UnionWith(Kinds(next));
            left.Remove(next);
        }

        return chosen;
    }

    static IEnumerable<string> Kinds(string identifier) => identifier.Where(IsSpecial).Select(c => c > '\u007f' ? "non-ASCII" : $"{c}").Distinct();

    static bool IsSpecial(char c) => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '~');
}
