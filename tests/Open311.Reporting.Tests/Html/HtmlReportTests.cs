using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Open311.Conformance.Findings;
using Open311.Protocol;
using Open311.Reporting.Html;
using Open311.Reporting.Languages;
using Open311.Reporting.Redaction;
using Open311.Reporting.Tests.Samples;
using Open311.Testing.Pages;
using VerifyNUnit;

namespace Open311.Reporting.Tests.Html;

sealed class HtmlReportTests
{
    [TestCase("conformant")]
    [TestCase("one-failure")]
    [TestCase("could-not-test")]
    public Task Says_what_was_found(string name) => VerifyAsync(name, Language.English);

    [TestCase("one-failure")]
    public Task Says_it_in_German(string name) => VerifyAsync(name, Language.German);

    static async Task VerifyAsync(string name, Language language)
    {
        var settings = new VerifySettings();
        var html = await Written.Text(Runs.Named(name), ReportFormat.Html, language);
        html = Regex.Replace(html, "(?<=<(style|script)>).*?(?=</\\1>)", "...", RegexOptions.Singleline);
        html = Regex.Replace(html, "sha256-.*?(?=&#x27;)", "sha256-...");

        await Verifier.Verify(html, "html", settings);
    }

    [TestCaseSource(typeof(Runs), nameof(Runs.Names))]
    public async Task Is_well_formed(string name)
    {
        var page = await Page(Runs.Named(name));

        page.Unclosed.Should().BeEmpty();
        page.RawText.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal).Should().NotContain("<").And.NotContain(">");
        page.Values("id").Should().OnlyHaveUniqueItems();
    }

    [TestCaseSource(typeof(Runs), nameof(Runs.Names))]
    public async Task Loads_nothing_and_links_only_to_itself_and_to_clauses(string name)
    {
        var page = await Page(Runs.Named(name));

        page.Tags.Select(t => t.Name).Should().NotIntersectWith(["link", "img", "iframe", "object", "embed", "base", "form", "math", "image", "foreignobject", "use", "animate", "set", "video", "audio"]);
        page.Values("src").Should().BeEmpty();
        page.Values("style").Should().BeEmpty();
        page.Tags.SelectMany(t => t.Attributes.Keys).Should().NotContain(key => key.StartsWith("on", StringComparison.Ordinal));
        page.Values("href").Should().OnlyContain(href => href.StartsWith('#') || href.StartsWith("https://wiki.open311.org/", StringComparison.Ordinal));
    }

    [TestCaseSource(typeof(Runs), nameof(Runs.Names))]
    public async Task Every_link_and_label_leads_somewhere(string name)
    {
        var page = await Page(Runs.Named(name));
        var ids = page.Values("id").ToHashSet(StringComparer.Ordinal);

        page.Values("href").Where(h => h.StartsWith('#')).Select(h => h[1..]).Should().BeSubsetOf(ids);
        page.Values("aria-labelledby").Should().BeSubsetOf(ids);
    }

    [TestCaseSource(typeof(Runs), nameof(Runs.Names))]
    public async Task Headings_skip_no_level(string name)
    {
        var levels = (await Page(Runs.Named(name))).Tags.Where(t => Regex.IsMatch(t.Name, "^h[1-6]$")).Select(t => t.Name[1] - '0').ToList();

        levels[0].Should().Be(1);
        levels.Count(l => l == 1).Should().Be(1);
        levels.Zip(levels.Skip(1)).Should().OnlyContain(pair => pair.Second <= pair.First + 1);
    }

    [TestCaseSource(typeof(Runs), nameof(Runs.Names))]
    public async Task Tables_name_their_columns_and_rows(string name)
    {
        var tags = (await Page(Runs.Named(name))).Tags;

        tags.Where(t => t.Name == "th" && !t.Attributes.ContainsKey("scope")).Should().BeEmpty();
    }

    [TestCase(Language.English, "en")]
    [TestCase(Language.German, "de")]
    public async Task Says_which_language_it_is_in(Language language, string tag)
    {
        var page = new HtmlPage(await Written.Text(Runs.OneFailure(), ReportFormat.Html, language));

        page.Tags.Single(t => t.Name == "html").Attributes["lang"].Should().Be(tag);
        page.Tags.Where(t => t.Name != "html" && t.Attributes.ContainsKey("lang")).Select(t => t.Attributes["lang"]).Distinct()
            .Should().Equal(language == Language.English ? [] : ["en"], "only what stays English is marked");
    }

    [Test]
    public async Task The_policy_allows_exactly_the_code_in_the_page()
    {
        var html = await Written.Text(Sample.Run(), ReportFormat.Html);

        var policy = new HtmlPage(html).Tags.Single(t => t.Attributes.GetValueOrDefault("http-equiv") == "Content-Security-Policy").Attributes["content"];

        policy.Should().StartWith("default-src 'none'").And.NotContain("unsafe").And.NotContain("*");
        foreach (var part in (string[])["style", "script"])
        {
            var code = Regex.Match(html, $"<{part}>(.*?)</{part}>", RegexOptions.Singleline).Groups[1].Value;
            policy.Should().Contain($"{part}-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(code)))}'");
        }
    }

    [Test]
    public async Task Hostile_text_comes_out_as_text_in_every_field()
    {
        var html = await Written.Text(Hostile.Run(), ReportFormat.Html);
        var page = new HtmlPage(html);

        page.Tags.Count(t => t.Name == "script").Should().Be(1);
        page.Tags.Count(t => t.Name == "style").Should().Be(1);
        page.Text.Should().Contain("<script>alert(1)</script>").And.Contain("\\u{202E}gnp.exe").And.Contain("\\u{0000}\\u{0007}\\u{001B}");
        html.Where(c => char.IsControl(c) && c != '\n' && c != '\t').Should().BeEmpty();
        html.Should().NotContain("\u202E").And.NotContain("\u2066").And.NotContain("\u200b").And.NotContainEquivalentOf("&#x202E;").And.NotContain("&#x0;");
    }

    [Test]
    public async Task A_clause_that_is_no_web_address_is_no_link()
    {
        var finding = Sample.Fail("GR2-ENC-003", DataFormat.Xml);
        finding = finding with { Requirement = finding.Requirement with { Clause = "javascript:alert(1)" } };

        var page = await Page(Runs.OneFailure() with { Findings = [finding], Causes = [] });

        page.Values("href").Should().NotContain(h => h.Contains("javascript", StringComparison.OrdinalIgnoreCase));
        page.Text.Should().Contain("javascript:alert(1)");
    }

    [Test]
    public async Task Findings_have_addresses_that_can_be_passed_on()
    {
        var ids = (await Page(Runs.OneFailure())).Values("id").ToList();

        ids.Should().Contain(["GR2-ENC-003-xml", "GR2-SVC-014-xml", "SD-URL-001", "exchange-1", "area-GR2-ENC", "cause-1"]);
    }

    [Test]
    public async Task The_first_page_tells_a_buyer_what_to_know()
    {
        var text = Regex.Replace((await Page(Runs.OneFailure())).Text, @"\s+", " ");

        text.Should().Contain("city.example/open311/v2")
            .And.Contain("Does not conform")
            .And.Contain("2 of 4 must-requirements exercised, 1 conform")
            .And.Contain("Effect of GR2-ENC-003.")
            .And.Contain("The city holds no service requests.")
            .And.Contain("2026-11-23 14:05:09 UTC")
            .And.Contain("georeport-v2/2026-1")
            .And.Contain("seed 311")
            .And.Contain("no certificate for other times");
    }

    [Test]
    public async Task States_that_are_not_green_are_told_apart()
    {
        (await Page(Runs.Named("incomplete"))).Text.Should().Contain("This run is incomplete.").And.Contain("Incomplete: no violation found so far");
        (await Page(Runs.Named("could-not-test"))).Text.Should().Contain("Could not be tested").And.Contain("What to do:").And.Contain("https://city.example/api/v2");
        (await Page(Runs.Named("nothing"))).Text.Should().Contain("Nothing could be exercised").And.Contain("Nothing at all was tested");
        (await Page(Runs.Named("nothing"))).Text.Should().NotContain("every requirement was exercised");
    }

    [Test]
    public async Task The_page_stays_bounded()
    {
        var body = string.Concat(Enumerable.Repeat(new string('z', 400) + "\n", 500));
        var report = Runs.OneFailure() with
        {
            Causes = [],
            Exchanges = [Sample.Exchange(1, body: body)],
            Findings = [.. Enumerable.Range(0, 2_000).Select(i => Sample.Fail($"GR2-SVC-{i}", DataFormat.Xml) with { Line = 100, Pointer = null })],
        };

        var html = await Written.Text(report, ReportFormat.Html);

        Regex.Count(html, "zzzz").Should().BeLessThan(3_010_000 / 4);
    }

    [Test]
    public async Task A_report_of_300_findings_is_small_and_whole()
    {
        var report = Runs.OneFailure() with
        {
            Causes = [],
            Exchanges = [.. Enumerable.Range(1, 300).Select(n => Sample.Exchange(n, $"requests.xml?n={n}", body: Runs.Body))],
            Findings = [.. Enumerable.Range(1, 300).Select(n => Sample.Fail($"GR2-SVC-{n:000}", DataFormat.Xml) with { Exchange = n })],
        };
        var html = await HtmlReport.OfAsync(report, SecretMask.For(report.Target), Language.English);

        Encoding.UTF8.GetByteCount(html).Should().BeLessThan(1_500_000);
        Regex.Count(html, "<article class=\"finding\"").Should().Be(300);
    }

    [Test]
    public async Task A_line_of_a_megabyte_in_every_field_fills_no_report()
    {
        var line = new string('y', 1_000_000);
        var finding = Sample.Fail("GR2-ENC-003", DataFormat.Xml) with { Message = line, Expected = line, Actual = line, Pointer = line, Fix = line, Line = 1 };
        var report = Runs.OneFailure() with
        {
            TargetName = line,
            Findings = [finding],
            Causes = [new Cause("GR2-ENC-003", Verdict.Fail, line, [0], [], [1])],
            Notes = [line],
            Errors = [line],
            Incomplete = line,
            Exchanges = [Sample.Exchange(1, $"requests.xml?q={line[..60_000]}", body: line, type: line)],
        };

        foreach (var format in ReportWriter.AllFormats)
            (await Written.Text(report, format)).Length.Should().BeLessThan(150_000, format.ToString());
    }

    [Test]
    public async Task Two_findings_of_one_name_keep_two_addresses()
    {
        var page = await Page(Sample.Run() with { Findings = [Sample.Pass("GR2-SVC-001"), Sample.Pass("GR2-SVC-001")] });

        page.Values("id").Should().Contain(["GR2-SVC-001", "GR2-SVC-001-2"]);
    }

    [Test]
    public async Task A_warning_counts_as_refused_only_when_strict()
    {
        var report = Sample.Run(RunOutcome.Nonconformant) with { Findings = [Sample.Fail("GR2-SVC-001", level: Conformance.Requirements.Level.Should)] };

        (await Page(report)).Text.Should().Contain("No must-requirement is violated, but 1 warning counts as a violation, as asked for (strict).");
    }

    static async Task<HtmlPage> Page(RunReport report) => new(await Written.Text(report, ReportFormat.Html));
}
