using System.Text.Json;
using System.Xml.Linq;
using Open311.Reporting.Languages;
using Open311.Reporting.Tests.Samples;
using VerifyNUnit;

namespace Open311.Reporting.Tests.Badges;

sealed class BadgeTests
{
    [TestCase("conformant")]
    [TestCase("one-failure")]
    [TestCase("could-not-test")]
    [TestCase("incomplete")]
    public async Task Says_in_a_few_words_how_it_ended(string name) =>
        await Verifier.Verify(await Written.Text(Runs.Named(name), ReportFormat.Badge), "svg");

    [TestCaseSource(typeof(Runs), nameof(Runs.Names))]
    public async Task Is_xml_that_loads_and_runs_nothing(string name)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var svg = XDocument.Parse(await Written.Text(Runs.Named(name), ReportFormat.Badge, language));

            svg.Descendants().Select(e => e.Name.LocalName).Should().BeSubsetOf(["svg", "title", "path", "g", "text"]);
            svg.Descendants().Attributes().Select(a => a.Name.LocalName).Should().NotContain(a => a.StartsWith("on", StringComparison.Ordinal) || a == "href");
        }
    }

    [TestCase("conformant", "conforms, 1 class", false)]
    [TestCase("one-failure", "1 requirement violated", true)]
    [TestCase("could-not-test", "could not test", false)]
    public async Task The_endpoint_for_shields_says_the_same(string name, string message, bool isError)
    {
        using var written = new Written();
        await new ReportWriter().WriteAsync(Runs.Named(name), written.Folder, new HashSet<ReportFormat> { ReportFormat.Badge });

        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(written.Folder.FullName, "badge.json")));

        json.RootElement.GetProperty("schemaVersion").GetInt32().Should().Be(1);
        json.RootElement.GetProperty("label").GetString().Should().Be("Open311");
        json.RootElement.GetProperty("message").GetString().Should().Be(message);
        json.RootElement.GetProperty("color").GetString().Should().MatchRegex("^[0-9a-f]{6}$");
        json.RootElement.TryGetProperty("isError", out _).Should().Be(isError);
    }
}
