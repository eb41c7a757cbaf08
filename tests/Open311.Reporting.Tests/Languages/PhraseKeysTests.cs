using System.Text.RegularExpressions;
using Open311.Conformance.Requirements;
using Open311.Reporting.Languages;
using Open311.Testing;

namespace Open311.Reporting.Tests.Languages;

sealed class PhraseKeysTests
{
    const string Register = "register.";

    static readonly Language[] all = Enum.GetValues<Language>();

    [Test]
    public void All_languages_have_the_same_keys_and_ask_for_the_same_values()
    {
        var english = Own(Phrases.In(Language.English));

        foreach (var other in all.Select(Phrases.In))
        {
            Own(other).Keys.Should().BeEquivalentTo(english.Keys, other.Tag);
            foreach (var (key, text) in Own(other))
                Places(text).Should().BeEquivalentTo(Places(english[key]), $"{other.Tag}: {key}");
        }
    }

    [Test]
    public void Texts_with_markup_have_the_same_markup_in_all_languages()
    {
        var english = Own(Phrases.In(Language.English));

        foreach (var other in all.Select(Phrases.In))
        {
            foreach (var (key, text) in Own(other))
                Tags(text).Should().Equal(Tags(english[key]), $"{other.Tag}: {key}");
        }
    }

    [Test]
    public void Every_text_the_code_asks_for_exists_and_none_is_unused()
    {
        var source = string.Concat(Directory.EnumerateFiles(Repository.PathOf("src", "Open311.Reporting"), "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText));
        var keys = Phrases.In(Language.English).Keys.Where(key => !key.StartsWith(Register, StringComparison.Ordinal)).ToList();
        var asked = Regex.Matches(source, """(?:T|say|phrases|In\(phrases\))(?:\[|\.(?:Say|Html|Plural|Find)\()"([a-z][a-z0-9.-]+)["]""").Select(m => m.Groups[1].Value).Distinct().ToList();

        asked.Should().HaveCountGreaterThan(50);
        string.Join(", ", asked.Where(key => !keys.Contains(key) && !keys.Contains($"{key}.one"))).Should().BeEmpty("each of them is asked for");
        string.Join(", ", keys.Where(key => !IsUsed(key, source))).Should().BeEmpty("each of them would be translated for nothing");
    }

    [Test]
    public void The_register_is_translated_whole_and_nothing_else_is()
    {
        var catalogues = (RequirementCatalog[])[RequirementCatalog.Load(), RequirementCatalog.LoadForClients()];
        var expected = catalogues.SelectMany(c => c.Classes).Select(c => $"register.class.{c.Name}")
            .Concat(catalogues.SelectMany(c => c.Classes).Select(c => $"register.meaning.{c.Name}"))
            .Concat(catalogues.SelectMany(c => c.Requirements).Select(r => $"register.statement.{r.Id}"))
            .Concat(catalogues.SelectMany(c => c.Requirements).Where(r => r.Effect is not null).Select(r => $"register.effect.{r.Id}"));

        foreach (var language in all.Where(l => l != Language.English).Select(Phrases.In))
            language.Keys.Where(key => key.StartsWith(Register, StringComparison.Ordinal)).Should().BeEquivalentTo(expected, language.Tag);
        Phrases.In(Language.English).Keys.Should().NotContain(key => key.StartsWith(Register, StringComparison.Ordinal), "the register itself is English");
    }

    [Test]
    public void Names_and_numbers_of_the_standard_are_the_same_in_every_statement()
    {
        var wrong = new List<string>();
        foreach (var phrases in all.Where(l => l != Language.English).Select(Phrases.In))
        {
            foreach (var requirement in ((RequirementCatalog[])[RequirementCatalog.Load(), RequirementCatalog.LoadForClients()]).SelectMany(c => c.Requirements))
            {
                var text = Registered.Statement(requirement, phrases).Text;
                wrong.AddRange(Untouched(requirement.Statement).Where(name => !text.Replace(".000", ",000").Contains(name, StringComparison.Ordinal)).Select(name => $"{phrases.Tag} {requirement.Id}: {name}"));
            }
        }

        wrong.Should().BeEmpty();
    }

    [TestCaseSource(nameof(all))]
    public void Whatever_can_be_violated_has_an_effect_in_plain_words(Language language)
    {
        var phrases = Phrases.In(language);
        var violable = ((RequirementCatalog[])[RequirementCatalog.Load(), RequirementCatalog.LoadForClients()])
            .SelectMany(c => c.Requirements)
            .Where(r => r.Level != Level.May && r.Untested is null);

        violable.Where(r => Registered.Effect(r, phrases) is var effect && (effect.IsForeign || effect.Text.Contains(r.Statement, StringComparison.Ordinal)))
            .Select(r => r.Id).Should().BeEmpty();
    }

    [Test]
    public void A_text_that_is_missing_is_named() =>
        FluentActions.Invoking(() => Phrases.In(Language.German)["no.such.key"]).Should().Throw<InvalidOperationException>().WithMessage("*'no.such.key'*'de'*");

    [Test]
    public void Numbers_are_written_as_the_language_writes_them()
    {
        Phrases.In(Language.English).Count("exchange", 1_234).Should().Be("1,234 exchanges");
        Phrases.In(Language.German).Count("exchange", 1_234).Should().Be("1.234 Austausche");
        Phrases.In(Language.German).Number(0.25, 2).Should().Be("0,25");
        Phrases.In(Language.English).Count("exchange", 1).Should().Be("1 exchange");
    }

    [Test]
    public void Values_are_text_in_markup_and_are_not_searched_for_places() =>
        Phrases.In(Language.English).Html("cover.incomplete-html", ("reason", "<b>{n}</b>")).Value.Should().Contain("&lt;b&gt;{n}&lt;/b&gt;").And.StartWith("<strong>");

    // Found as a whole, without its plural form, or below a key that is put together, such as $"verdict.{word}".
    static bool IsUsed(string key, string source)
    {
        var stem = Regex.Replace(key, @"\.(one|other)$", "");
        var parent = stem[..(stem.LastIndexOf('.') is > 0 and var dot ? dot : stem.Length)];
        return source.Contains($"\"{key}\"", StringComparison.Ordinal)
            || source.Contains($"\"{stem}\"", StringComparison.Ordinal)
            || (stem.StartsWith("count.", StringComparison.Ordinal) && source.Contains($"Count(\"{stem["count.".Length..]}\"", StringComparison.Ordinal))
            || (parent != "count" && source.Contains($"$\"{parent}.{{", StringComparison.Ordinal));
    }

    static Dictionary<string, string> Own(Phrases phrases) =>
        phrases.Keys.Where(key => !key.StartsWith(Register, StringComparison.Ordinal) && !key.StartsWith(Said.Keys, StringComparison.Ordinal)).ToDictionary(key => key, key => phrases[key]);

    // service_code, POST requests.F, {id}, 404, text/xml: what is quoted of the standard is not translated.
    static IEnumerable<string> Untouched(string statement) => Regex.Matches(statement, @"\{[a-z_]+\}|[a-z]+_[a-z_]+|[a-z]+/[a-z-]+(?=[ ,.]|$)|\b[0-9][0-9,]*[0-9](?:xx)?\b|\b[1-5]xx\b|%20|\b[A-Z]{3,}\b|WGS84|UTF-8|[a-z]+\[[a-z]*\]\S*")
        .Select(m => m.Value.TrimEnd(',', '.'))
        .Where(name => name is not ("requested/updated" or "AND" or "FAQ") && !Regex.IsMatch(name, "^(xml|json)$"));

    static IEnumerable<string> Places(string text) => Regex.Matches(text, @"\{([a-z_]+)\}").Select(m => m.Value).Distinct();

    static IEnumerable<string> Tags(string text) => Regex.Matches(text, "<[^>]*>").Select(m => m.Value);
}
