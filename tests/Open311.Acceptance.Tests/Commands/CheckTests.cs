using Open311.Acceptance.Tests.Reports;
using Open311.Mock.Serving;

namespace Open311.Acceptance.Tests.Commands;

/// <summary><c>open311 check</c> as it is typed.</summary>
[CancelAfter(120_000)]
internal sealed class CheckTests
{
    [Test]
    public async Task Without_a_URL_the_embedded_city_conforms_and_its_reports_and_posts_are_written(CancellationToken cancellation)
    {
        using var command = Open311Command.Start("check");
        var run = await command.EndAsync(cancellation);

        TestContext.Out.WriteLine(run);
        run.ExitCode.Should().Be(0, run.Printed);
        var reports = run.Folder.GetDirectories("reports").Single().GetDirectories().Single();
        reports.Name.Should().StartWith("embedded-city-");
        reports.GetFiles().Select(f => f.Name).Should().BeEquivalentTo([.. ReportFiles.All, "posts.jsonl"]);
        run.Output.TrimEnd().Should().EndWith(Path.Combine("reports", reports.Name, "report.html"));
        run.PeakMebibytes.Should().BeInRange(20, 300);
    }

    [TestCase("city.example/open311/v2")]
    [TestCase("ftp://city.example/")]
    [TestCase("http://")]
    [TestCase("\u001b[31m<script>")]
    public async Task A_bad_URL_is_refused_in_one_sentence(string url, CancellationToken cancellation)
    {
        var run = await Open311Command.CheckAsync(cancellation, url);

        run.ExitCode.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.Error.Should().StartWith("Error: ").And.MatchRegex("^[^\n]+\n$");
        ReportFiles.CheckPrinted(run.Error);
        run.Files.Should().BeEmpty();
    }

    [TestCase("--timeout", "soon")]
    [TestCase("--class", "read-yaml")]
    [TestCase("--only", "GR9-*")]
    [TestCase("--report", "pdf")]
    [TestCase("--config", "missing.yaml")]
    public async Task An_argument_that_cannot_be_used_is_refused_in_one_sentence(string option, string value, CancellationToken cancellation)
    {
        var run = await Open311Command.CheckAsync(cancellation, "http://127.0.0.1:1/open311/v2", option, value);

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain(value).And.MatchRegex("^[^\n]+\n$");
    }

    [Test]
    public async Task Only_what_is_asked_for_is_judged(CancellationToken cancellation)
    {
        var run = await Open311Command.CheckAsync(cancellation, "--only", "GR2-SVC-*");

        run.ExitCode.Should().Be(0, run.Printed);
        var judged = ReportFiles.Json(run).GetProperty("findings").EnumerateArray()
            .Where(f => f.GetProperty("verdict").GetString() is "pass" or "fail" or "warn").Select(f => f.GetProperty("requirement").GetString());
        judged.Should().NotBeEmpty().And.OnlyContain(id => id!.StartsWith("GR2-SVC-"));
    }

    [Test]
    public async Task Only_the_classes_asked_for_are_granted(CancellationToken cancellation)
    {
        var run = await Open311Command.CheckAsync(cancellation, "--class", "discovery");

        run.ExitCode.Should().Be(0, run.Printed);
        var granted = ReportFiles.Json(run).GetProperty("classes").EnumerateArray()
            .Where(c => c.GetProperty("state").GetString() == "granted").Select(c => c.GetProperty("name").GetString());
        granted.Should().Equal("discovery");
    }

    [Test]
    public async Task Only_the_reports_asked_for_are_written_beside_the_evidence(CancellationToken cancellation)
    {
        var run = await Open311Command.CheckAsync(cancellation, "--report", "json", "--only", "SD-*", "--quiet");

        run.Files.Keys.Should().BeEquivalentTo("report.json", "exchanges.har");
        run.Output.Should().MatchRegex("^[^\n]+\n$");
    }
}
