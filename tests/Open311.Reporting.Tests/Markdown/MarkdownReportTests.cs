using System.Text.RegularExpressions;
using Open311.Reporting.Tests.Samples;
using VerifyNUnit;

namespace Open311.Reporting.Tests.Markdown;

sealed class MarkdownReportTests
{
    [TestCaseSource(typeof(Runs), nameof(Runs.Names))]
    public async Task Says_what_was_found(string name) =>
        await Verifier.Verify(await Written.Text(Runs.Named(name), ReportFormat.Markdown), "md");

    [Test]
    public async Task Hostile_text_stays_text()
    {
        var text = WithoutCode(await Written.Text(Hostile.Run(), ReportFormat.Markdown));

        text.Should().NotMatchRegex("<[a-zA-Z/!]", "no tag is live");
        text.Should().NotMatchRegex(@"(?<!\\)\]", "no link is live");
        text.Should().NotMatchRegex("https?://", "no address links itself");
        text.Should().NotMatchRegex(@"www\.[a-z]");
        text.Should().NotMatchRegex("@[a-z]", "nobody is mentioned");
        text.Should().NotContain("\u202E").And.NotContain("\0");
        text.Split('\n').Where(line => line.StartsWith('#')).Should().OnlyContain(line => Regex.IsMatch(line, "^##? ?#?(#)? ?(Open311 conformance: |Causes|Not tested|Errors of the run itself)"));
    }

    [Test]
    public async Task Tables_keep_their_shape()
    {
        var text = await Written.Text(Hostile.Run(), ReportFormat.Markdown);

        text.Split('\n').Where(line => line.StartsWith('|')).Should().HaveCount(5)
            .And.OnlyContain(line => Regex.Matches(line, @"(?<!\\)\|").Count == 6);
    }

    [Test]
    public async Task Stays_below_what_a_job_summary_takes()
    {
        var report = Hostile.Run();
        report = report with
        {
            Causes = [.. Enumerable.Repeat(report.Causes[0], 500)],
            Findings = [.. Enumerable.Range(0, 500).SelectMany(i => report.Findings.Select(f => f with { Message = $"{i} {f.Message}" }))],
            Errors = [.. Enumerable.Repeat(report.Errors[0], 500)],
        };

        (await Written.Text(report, ReportFormat.Markdown)).Length.Should().BeLessThan(500_000);
    }

    // Fenced blocks first, then spans: a span opens and closes with runs of the same length.
    static string WithoutCode(string text)
    {
        text = Regex.Replace(text, @"^(`{3,})sh\n.*?\n\1$", "", RegexOptions.Multiline | RegexOptions.Singleline);
        return Regex.Replace(text, @"(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)", "");
    }
}
