using System.Xml.Linq;
using Open311.Conformance.Findings;
using Open311.Conformance.Targets;
using Open311.Reporting.Tests.Samples;
using VerifyNUnit;

namespace Open311.Reporting.Tests.Junit;

sealed class JunitReportTests
{
    [TestCase("one-failure")]
    [TestCase("incomplete")]
    [TestCase("could-not-test")]
    public async Task Says_what_was_found(string name) =>
        await Verifier.Verify(await Written.Text(Runs.Named(name), ReportFormat.Junit), "xml");

    [TestCaseSource(typeof(Runs), nameof(Runs.Names))]
    public async Task Counts_agree_with_the_cases(string name)
    {
        var root = await Parse(Runs.Named(name));

        foreach (var counted in root.Elements("testsuite").Prepend(root))
        {
            Number(counted, "tests").Should().Be(counted.Descendants("testcase").Count());
            Number(counted, "failures").Should().Be(counted.Descendants("failure").Count());
            Number(counted, "errors").Should().Be(counted.Descendants("error").Count());
        }

        root.Elements("testsuite").Should().AllSatisfy(suite => Number(suite, "skipped").Should().Be(suite.Descendants("skipped").Count()));
    }

    [TestCaseSource(typeof(Runs), nameof(Runs.Names))]
    public async Task Uses_only_what_every_parser_knows(string name)
    {
        var root = await Parse(Runs.Named(name));

        root.Name.LocalName.Should().Be("testsuites");
        foreach (var item in root.Descendants("testcase"))
        {
            item.Attributes().Select(a => a.Name.LocalName).Should().Equal("classname", "name", "time");
            item.Elements().Should().HaveCountLessThanOrEqualTo(1);
            item.Elements().Select(e => e.Name.LocalName).Should().BeSubsetOf(["failure", "error", "skipped", "system-out"]);
        }

        root.Descendants("skipped").Where(s => s.Attribute("message") is not { Value.Length: > 0 }).Should().BeEmpty("a reason is always given");
    }

    [Test]
    public async Task A_warning_passes_unless_the_run_is_strict()
    {
        var report = Runs.OneFailure();

        var lenient = await Parse(report);
        var strict = await Parse(report with { Settings = new RunSettings { Strict = true } });

        Number(lenient, "failures").Should().Be(1);
        lenient.Descendants("system-out").Single().Value.Should().StartWith("Warning: The service list was sent as text/html");
        Number(strict, "failures").Should().Be(2);
    }

    [Test]
    public async Task A_run_that_exercised_nothing_is_an_error_and_never_green()
    {
        var root = await Parse(Runs.Named("nothing"));

        Number(root, "errors").Should().Be(1);
    }

    [Test]
    public async Task Case_names_are_distinct()
    {
        var root = await Parse(Runs.OneFailure());

        root.Descendants("testcase").Select(c => $"{c.Attribute("classname")!.Value} {c.Attribute("name")!.Value}").Should().OnlyHaveUniqueItems();
    }

    [Test]
    public async Task Hostile_text_stays_text()
    {
        var root = await Parse(Hostile.Run());

        root.Descendants().Select(e => e.Name.LocalName).Should().NotContain("script");
        root.Descendants("failure").First().Attribute("message")!.Value.Should().Contain("<script>alert(1)</script>").And.Contain("\\u{202E}").And.Contain("\\u{0000}");
    }

    [Test]
    public async Task Verdicts_that_decide_nothing_pass_or_are_skipped()
    {
        var report = Sample.Run() with
        {
            Findings = [.. Enum.GetValues<Verdict>().Select(v => Sample.Pass($"GR2-SVC-{(int)v:000}") with { Verdict = v })],
        };

        var root = await Parse(report);

        root.Descendants("failure").Should().HaveCount(1);
        root.Descendants("skipped").Select(s => s.Attribute("message")!.Value.Split(':')[0]).Should().BeEquivalentTo("inconclusive", "skipped", "not-applicable");
    }

    static async Task<XElement> Parse(RunReport report) => XDocument.Parse(await Written.Text(report, ReportFormat.Junit)).Root!;

    static int Number(XElement element, string name) => int.Parse(element.Attribute(name)!.Value, System.Globalization.CultureInfo.InvariantCulture);
}
