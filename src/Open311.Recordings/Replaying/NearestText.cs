namespace Open311.Recordings.Replaying;

/// <summary>Says what was recorded instead of what was asked.</summary>
static class NearestText
{
    const int Longest = 160;
    const int MostLooked = 2000;

    public static IReadOnlyList<string> Of(QuestionText asked, Dictionary<string, List<QuestionText>> places, int most)
    {
        if (places.TryGetValue(asked.Place, out var same))
        {
            return
            [
                .. same.Take(MostLooked)
                    .Select(r => Differences(r, asked))
                    .OrderBy(d => d.Count)
                    .ThenBy(d => d.Sum(t => t.Length))
                    .Take(most)
                    .Select(d => d.Count == 0 ? "recorded: the same with another body" : string.Join("; ", d)),
            ];
        }

        var folder = asked.Place[..(asked.Place.LastIndexOf('/') + 1)];
        var dot = asked.Path.LastIndexOf('.');
        var extension = dot < 0 ? "" : asked.Path[dot..];
        return
        [
            .. places.Keys.Take(MostLooked)
                .Where(p => p.StartsWith(folder, StringComparison.Ordinal) && p.IndexOf('/', folder.Length) < 0)
                .OrderBy(p => p.EndsWith(extension, StringComparison.Ordinal) ? 0 : 1)
                .ThenBy(p => Distance(p, asked.Place))
                .ThenBy(p => p, StringComparer.Ordinal)
                .Take(most)
                .Select(p => $"recorded: {Brief(p[(p.IndexOf(' ') + 1)..])}; asked: {Brief(asked.Path)}"),
        ];
    }

    static List<string> Differences(QuestionText recorded, QuestionText asked)
    {
        List<string> differences = [];
        foreach (var name in recorded.Arguments.Concat(asked.Arguments).Select(a => a.Key).Distinct())
        {
            var then = Values(recorded, name);
            var now = Values(asked, name);
            if (then != now)
                differences.Add($"recorded: {(then is null ? $"no {Brief(name)}" : $"{Brief(name)}={Brief(then)}")}; asked: {(now is null ? $"no {Brief(name)}" : $"{Brief(name)}={Brief(now)}")}");
        }

        return differences;
    }

    static string? Values(QuestionText text, string name)
    {
        var values = text.Arguments.Where(a => a.Key == name).Select(a => a.Value).ToList();
        return values.Count == 0 ? null : name == "api_key" ? "..." : string.Join(" & ", values);
    }

    static int Distance(string a, string b)
    {
        var common = 0;
        while (common < a.Length && common < b.Length && a[common] == b[common])
            common++;
        return Math.Max(a.Length, b.Length) - common;
    }

    static string Brief(string text) => text.Length <= Longest ? text : text[..Longest] + "...";
}
