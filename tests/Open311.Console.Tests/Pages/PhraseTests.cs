using System.Text.RegularExpressions;
using Open311.Reporting.Languages;
using Open311.Testing;
using Open311.WebConsole.Tests.Fakes;

namespace Open311.WebConsole.Tests.Pages;

public sealed class PhraseTests
{
    static Phrases In(Language language) => Phrases.Including(typeof(ConsoleServer).Assembly, language);

    [Test]
    public void Both_languages_have_the_same_keys_and_ask_for_the_same_values()
    {
        var english = Own(In(Language.English));
        var german = Own(In(Language.German));

        german.Keys.Should().BeEquivalentTo(english.Keys);
        foreach (var (key, text) in german)
            Places(text).Should().BeEquivalentTo(Places(english[key]), key);
    }

    [Test]
    public void Every_text_that_pages_ask_for_exists_and_none_is_unused()
    {
        var source = string.Concat(Directory.EnumerateFiles(Repository.PathOf("src", "Open311.Console"), "*.*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".cs" or ".razor" && !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText));
        var all = In(Language.English).Keys.ToHashSet();
        var asked = Regex.Matches(source, """T(?:\[|\.(?:Say|Html|Plural)\()"(console\.[a-z.-]+)["]""").Select(m => m.Groups[1].Value).Distinct().ToList();

        asked.Should().HaveCountGreaterThan(60);
        asked.Where(k => !all.Contains(k) && !all.Contains($"{k}.one")).Should().BeEmpty();
        all.Where(k => k.StartsWith("console.", StringComparison.Ordinal)).Where(k => !IsUsed(k, source)).Should().BeEmpty();
    }

    [Test]
    public async Task Pages_speak_the_language_that_the_browser_asks_for()
    {
        await using var console = await OpenConsole.StartAsync(new FakeChecks());
        using var german = console.Visit("de-AT, de;q=0.9, en;q=0.5");
        using var other = console.Visit("fr");

        (await german.ReadAsync("/")).Should().Contain("<html lang=\"de\"").And.Contain("Prüfung beginnen");
        (await other.ReadAsync("/")).Should().Contain("<html lang=\"en\"").And.Contain("Start a check");
    }

    // As a whole, without its plural form, as the field of a form, or below a key that is put together.
    static bool IsUsed(string key, string source)
    {
        var stem = Regex.Replace(key, @"\.(one|other)$", "");
        var parent = stem[..stem.LastIndexOf('.')];
        return source.Contains($"\"{key[..key.LastIndexOf('.')]}.{{", StringComparison.Ordinal)
            || source.Contains($"\"{stem}\"", StringComparison.Ordinal) || source.Contains($"\"{parent}.{{", StringComparison.Ordinal)
            || (parent == "console.refusal" && source.Contains($"RefusedException(\"{stem[(parent.Length + 1)..]}\"", StringComparison.Ordinal));
    }

    static Dictionary<string, string> Own(Phrases phrases) => phrases.Keys.Where(k => k.StartsWith("console.", StringComparison.Ordinal)).ToDictionary(k => k, k => phrases[k]);

    static IEnumerable<string> Places(string text) => Regex.Matches(text, @"\{([a-z_]+)\}").Select(m => m.Value).Distinct();
}
