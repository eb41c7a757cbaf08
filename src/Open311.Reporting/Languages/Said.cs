using System.Text.RegularExpressions;

namespace Open311.Reporting.Languages;

/// <summary>
/// Sentences that the judge says again and again of classes and of what was not exercised, in the language of a page. The judge speaks English;
/// what a language has no translation of stays as it is, and is marked.
/// </summary>
static class Said
{
    /// <summary>Where the translations are.</summary>
    public const string Keys = "said.";

    const string English = ".english";
    const string ByRelease = "Not tested by this release: ";

    /// <summary>A sentence of the judge.</summary>
    public static Registered Of(string sentence, Phrases phrases)
    {
        var rest = sentence.StartsWith(ByRelease, StringComparison.Ordinal) ? sentence[ByRelease.Length..] : sentence;
        foreach (var key in phrases.KeysBelow(Keys).Where(k => k.EndsWith(English, StringComparison.Ordinal)))
        {
            if (!phrases[key].Contains('{', StringComparison.Ordinal))
            {
                if (rest == phrases[key])
                    return new(phrases[$"{key[..^English.Length]}.text"], false);
                continue;
            }

            var match = Regex.Match(rest, Pattern(phrases[key]), RegexOptions.CultureInvariant | RegexOptions.Singleline, TimeSpan.FromSeconds(1));
            if (match.Success)
                return new(phrases.Say($"{key[..^English.Length]}.text", [.. match.Groups.Keys.Select(name => (name, (object?)match.Groups[name].Value))]), false);
        }

        return new(sentence, phrases.Language != Language.English);
    }

    /// <summary>The parts of a sentence that are always the same.</summary>
    internal static IReadOnlyList<string> Parts(string template) => Regex.Split(template, @"\{[a-z]+\}");

    static string Pattern(string template) =>
        $@"^{Regex.Replace(Regex.Escape(template), @"\\\{([a-z]+)}", m => $"(?<{m.Groups[1].Value}>.{{1,2000}}?)")}$";
}
