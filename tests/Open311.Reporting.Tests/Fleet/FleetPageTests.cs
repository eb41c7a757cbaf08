using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Open311.Conformance.Findings;
using Open311.Reporting.Fleet;
using Open311.Reporting.Html;
using Open311.Reporting.Tests.Samples;
using Open311.Testing.Pages;
using VerifyNUnit;

namespace Open311.Reporting.Tests.Fleet;

sealed class FleetPageTests
{
    static readonly Dictionary<string, Func<FleetReport>> fleets = new()
    {
        ["mixed"] = Fleets.Mixed,
        ["conforming"] = () => Fleets.Of(FleetEntry.Of("Port Linden", Runs.Named("conformant"))),
        ["unfinished"] = () => Fleets.Of(FleetEntry.NotStarted("Port Linden", "https://city.example/v2")) with { IsFinished = false, Part = "2/5" },
        ["hostile"] = Fleets.Poisoned,
    };

    static IEnumerable<string> Names => fleets.Keys;

    [Test]
    public async Task Says_what_became_of_each_target()
    {
        var html = await FleetPageHtml.OfAsync(Fleets.Mixed());
        html = Regex.Replace(html, "(?<=<style>).*?(?=</style>)", "...", RegexOptions.Singleline);
        await Verifier.Verify(Regex.Replace(html, "sha256-.*?(?=&#x27;)", "sha256-..."), "html");
    }

    [Test]
    public async Task Sums_up_in_plain_text() => await Verifier.Verify(string.Join('\n', FleetSummary.Lines(Fleets.Mixed())));

    [TestCaseSource(nameof(Names))]
    public async Task Is_well_formed_and_loads_nothing(string name)
    {
        var page = new HtmlPage(await FleetPageHtml.OfAsync(fleets[name]()));

        page.Unclosed.Should().BeEmpty();
        page.RawText.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal).Should().NotContain("<").And.NotContain(">");
        page.Values("id").Should().OnlyHaveUniqueItems();
        page.Tags.Select(t => t.Name).Should().NotIntersectWith(["link", "img", "iframe", "object", "embed", "base", "form", "svg", "math", "script"]);
        page.Values("src").Concat(page.Values("style")).Should().BeEmpty();
        page.Tags.SelectMany(t => t.Attributes.Keys).Should().NotContain(key => key.StartsWith("on", StringComparison.Ordinal));
        page.Values("href").Should().OnlyContain(href => href == "#main" || Regex.IsMatch(href, "^[a-z-]+/report\\.html$"));
        page.Tags.Where(t => t.Name == "th").Should().OnlyContain(t => t.Attributes.ContainsKey("scope"));
    }

    [TestCaseSource(nameof(Names))]
    public async Task Nothing_hidden_and_no_secret_gets_in(string name)
    {
        var html = await FleetPageHtml.OfAsync(fleets[name]());

        html.Should().NotContainAny("\u0000", "\u0007", "\u001b", "\u202E", "\u2066", "\u200b", "\uFFFD");
        html.Should().NotContainAny("t0ps3cret", "pass-phrase", "s3cr3t%2F");
    }

    [Test]
    public async Task The_policy_allows_exactly_the_style_in_the_page()
    {
        var html = await FleetPageHtml.OfAsync(Fleets.Mixed());
        var style = Regex.Match(html, "<style>(.*?)</style>", RegexOptions.Singleline).Groups[1].Value;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        System.Net.WebUtility.HtmlDecode(html).Should().Contain($"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'");
    }

    [TestCase(FleetState.Conforms, 0)]
    [TestCase(FleetState.Nonconformant, 1)]
    [TestCase(FleetState.CouldNotTest, 3)]
    public void The_worst_target_is_the_outcome(FleetState worst, int expected)
    {
        var good = FleetEntry.Of("Good", Runs.Named("conformant"));
        FleetEntry[] others = worst switch
        {
            FleetState.Nonconformant => [FleetEntry.Untested("Lost", "", "Nothing listens."), FleetEntry.Of("Bad", Runs.Named("one-failure"))],
            FleetState.CouldNotTest => [FleetEntry.Untested("Lost", "", "Nothing listens.")],
            _ => [],
        };
        ((int)Fleets.Of([good, .. others]).Outcome).Should().Be(expected);
    }

    [Test]
    public void Nothing_tested_is_no_success()
    {
        Fleets.Of().Outcome.Should().Be(RunOutcome.CouldNotTest);
        Fleets.Of(FleetEntry.Of("Good", Runs.Named("conformant")), FleetEntry.NotStarted("Late", "")).Outcome.Should().Be(RunOutcome.CouldNotTest);
    }
}
