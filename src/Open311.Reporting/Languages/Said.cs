using System.Text.RegularExpressions;

namespace Open311.Reporting.Languages;

/// <summary>
/// Sentences that the judge says again and again of classes and of what was not exercised, in the language of a page. The judge speaks English;
/// what a language has no translation of stays as it is, and is marked.
/// </summary>
sealed class Said
{
    /// <summary>Where the translations are.</summary>
    public const string Keys = "said.";

    const string English = ".english";
    const string ByRelease = "Not tested by this release: ";
    const string Clause = "_said";
    const int MostNested = 3;

    readonly Phrases phrases;
    readonly Dictionary<string, string> whole = new(StringComparer.Ordinal);
    readonly List<(string Telling, Regex Pattern, string Key)> patterns = [];

    /// <param name="phrases">The language.</param>
    internal Said(Phrases phrases)
    {
        this.phrases = phrases;
        foreach (var english in phrases.KeysBelow(Keys).Where(k => k.EndsWith(English, StringComparison.Ordinal)))
        {
            var key = $"{english[..^English.Length]}.text";
            if (phrases[english].Contains('{', StringComparison.Ordinal))
                patterns.Add((Parts(phrases[english]).MaxBy(p => p.Length)!, new Regex(Pattern(phrases[english]), RegexOptions.CultureInvariant | RegexOptions.Singleline, TimeSpan.FromSeconds(1)), key));
            else
                whole.Add(phrases[english], key);
        }
    }

    /// <summary>A sentence of the judge.</summary>
    public static Registered Of(string sentence, Phrases phrases)
    {
        var rest = sentence.StartsWith(ByRelease, StringComparison.Ordinal) ? sentence[ByRelease.Length..] : sentence;
        return phrases.Said.Find(rest, 0) is { } text ? new(text, false) : new(sentence, phrases.Language != Language.English);
    }

    /// <summary>The parts of a sentence that are always the same.</summary>
    internal static IReadOnlyList<string> Parts(string template) => Regex.Split(template, @"\{[a-z_]+\}");

    string? Find(string sentence, int nested)
    {
        if (whole.TryGetValue(sentence, out var known))
            return phrases[known];
        foreach (var (telling, pattern, key) in patterns)
        {
            if (sentence.Contains(telling, StringComparison.Ordinal) && pattern.Match(sentence) is { Success: true } match && Values(match, nested) is { } values)
                return phrases.Say(key, values);
        }

        return null;
    }

    // A place whose name ends so holds a clause that is known itself: half a sentence in each language would be worse than English.
    List<(string, object?)>? Values(Match match, int nested)
    {
        var values = new List<(string, object?)>();
        foreach (var name in match.Groups.Keys)
        {
            var value = match.Groups[name].Value;
            if (name.EndsWith(Clause, StringComparison.Ordinal))
            {
                if (nested == MostNested || Find(value, nested + 1) is not { } clause)
                    return null;
                value = clause;
            }

            values.Add((name, value));
        }

        return values;
    }

    static string Pattern(string template) =>
        $@"^{Regex.Replace(Regex.Escape(template), @"\\\{([a-z_]+)}", m => $"(?<{m.Groups[1].Value}>.{{1,2000}}?)")}$";
}
