namespace Open311.Conformance.Judging;

/// <summary>Makes identifiers that look like known ones but are none of them.</summary>
static class Mimic
{
    const string Letters = "abcdefghijklmnopqrstuvwxyz";

    public static string Unlike(IReadOnlyCollection<string> known, Random random)
    {
        var taken = known.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var model = known.OrderBy(k => k.Any(c => !char.IsAsciiLetterOrDigit(c))).ThenBy(k => k.Length).FirstOrDefault(k => k.Length >= 3)
            ?? known.FirstOrDefault()
            ?? "900000";
        for (var attempt = 0; ; attempt++)
        {
            // Short models leave few free names, and other scripts none: grow.
            var candidate = Shuffle(attempt > 20 ? $"{model}{Letters[random.Next(26)]}{random.Next(1000)}" : model, random);
            if (!taken.Contains(candidate) && candidate != model)
                return candidate;
        }
    }

    static string Shuffle(string model, Random random)
    {
        var hex = model.Length >= 16 && model.All(char.IsAsciiHexDigit);
        var changed = string.Concat(model.Select((c, i) => c switch
        {
            >= '0' and <= '9' => (char)('0' + random.Next(i == 0 ? 1 : 0, 10)),
            _ when hex => "abcdef"[random.Next(6)],
            >= 'a' and <= 'z' => Letters[random.Next(26)],
            >= 'A' and <= 'Z' => char.ToUpperInvariant(Letters[random.Next(26)]),
            _ => c,
        }));
        return changed;
    }
}
