using System.Text.RegularExpressions;
using Open311.Reporting.Languages;
using Open311.Testing;

namespace Open311.Reporting.Tests.Languages;

/// <summary>What the judge says is translated where that is known, and marked as English where it is not.</summary>
sealed class SaidTests
{
    static readonly Phrases german = Phrases.In(Language.German);

    [TestCase("Not asked for in this run.", "Danach war in diesem Lauf nicht gefragt.")]
    [TestCase("It requires read-xml, which is refused.", "Sie setzt read-xml voraus, und diese Klasse ist verweigert.")]
    [TestCase("No must-requirement is violated; 2 could not be exercised: GR2-REQS-041, GR2-REQS-046.", "Keine Muss-Anforderung ist verletzt; 2 konnten nicht erprobt werden: GR2-REQS-041, GR2-REQS-046.")]
    [TestCase("2 must-requirements are violated: GR2-REQS-004, GR2-REQ-004.", "2 Muss-Anforderungen sind verletzt: GR2-REQS-004, GR2-REQ-004.")]
    [TestCase("Could not be exercised: no such report was accepted.", "Konnte nicht erprobt werden: keine solche Meldung wurde angenommen.")]
    [TestCase("A service definition could not be exercised.", "Nicht erprobt werden konnte: eine Service-Definition.")]
    [TestCase("Does not meet the profile citysdk: 2 demands are violated; 1 waiver has expired.", "Erfüllt das Profil citysdk nicht: 2 Forderungen sind verletzt; 1 Ausnahme ist abgelaufen.")]
    [TestCase("Something answers, but not as GeoReport v2: https://x/services.xml answers 200 with XML that is no service list (root element rss).", "Es antwortet etwas, aber nicht nach GeoReport v2: https://x/services.xml antwortet 200 mit XML, das keine Service-Liste ist (Wurzelelement rss).")]
    [TestCase("Not tested by this release: GeoWeb DNS is not judged in this release.", "GeoWeb DNS wird in dieser Fassung nicht beurteilt.")]
    public void A_known_sentence_is_said_in_the_language_of_the_page(string english, string expected) =>
        Said.Of(english, german).Should().Be(new Registered(expected, false));

    [TestCase("The longest list holds 606 requests.")]
    [TestCase("Could not be exercised: something that nobody has translated.")]
    [TestCase("It requires <b>read-xml</b>\nof all things, which is refused, and more.")]
    public void Any_other_stays_as_it_is_and_is_marked(string english) => Said.Of(english, german).Should().Be(new Registered(english, true));

    [Test]
    public void In_an_English_page_nothing_is_marked() =>
        Said.Of("Nothing in this run exercised it.", Phrases.In(Language.English)).Should().Be(new Registered("Nothing in this run exercised it.", false));

    [Test]
    public void Every_sentence_is_one_that_the_judge_can_say()
    {
        var spoken = string.Concat(
            Directory.EnumerateFiles(Repository.PathOf("src", "Open311.Conformance"), "*.cs", SearchOption.AllDirectories)
                .Concat(Directory.EnumerateFiles(Repository.PathOf("src", "Open311.Reporting", "Bundles"), "*.cs"))
                .Concat(Directory.EnumerateFiles(Repository.PathOf("src", "Open311.Cli", "Comparing"), "*.cs"))
                .Concat(Directory.EnumerateFiles(Repository.PathOf("fixtures", "requirements"), "*.yaml"))
                .Concat(Directory.EnumerateFiles(Repository.PathOf("fixtures", "client-requirements"), "*.yaml"))
                .Concat(Directory.EnumerateFiles(Repository.PathOf("fixtures", "profiles"), "*.yaml"))
                .Concat(Directory.EnumerateFiles(Repository.PathOf("fixtures", "cases"), "*.yaml"))
                .Select(file => Regex.Replace(File.ReadAllText(file), @"\s+", " ")));
        var templates = german.KeysBelow(Said.Keys).Where(k => k.EndsWith(".english", StringComparison.Ordinal)).Select(k => german[k]).ToList();

        templates.Should().HaveCountGreaterThan(30).And.OnlyHaveUniqueItems();
        templates.SelectMany(Said.Parts).SelectMany(p => Regex.Split(p, "(?<=this needs )|(?= and an API key)| is not met| are not met| is(?= violated)|s are(?= violated)|(?<= of type )batch(?= is )|(?<=document was found) at|(?<=in the middle of the run)|(?<=Run it again )|(?<=answers at all)|(?<=No service has )"))
            .Select(p => p.Trim(' ', '.', ':', ';', '(', ')', '"', '\'')).Where(p => p.Length > 6 && !spoken.Contains(p, StringComparison.OrdinalIgnoreCase))
            .Distinct().Should().BeEmpty("nobody says it any more, so that its translation is never used");
    }
}
