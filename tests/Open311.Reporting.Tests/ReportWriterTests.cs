using Open311.Reporting.Tests.Samples;

namespace Open311.Reporting.Tests;

sealed class ReportWriterTests
{
    [Test]
    public async Task Writes_every_format_and_says_where()
    {
        using var written = new Written();

        var files = await new ReportWriter().WriteAsync(Sample.Run(), written.Folder, ReportWriter.AllFormats);

        files.Select(f => f.Name).Should().Equal("report.html", "report.json", "report.junit.xml", "report.md", "badge.svg", "badge.json", "exchanges.har");
        files.Should().OnlyContain(f => f.Exists && f.Length > 0);
        written.Folder.GetFileSystemInfos().Should().HaveCount(7, "no temporary file stays");
    }

    [Test]
    public async Task Writes_only_what_is_asked_for()
    {
        using var written = new Written();

        await new ReportWriter().WriteAsync(Sample.Run(), written.Folder, new HashSet<ReportFormat> { ReportFormat.Json });

        written.Folder.GetFiles().Select(f => f.Name).Should().BeEquivalentTo("report.json", "exchanges.har");
    }

    [Test]
    public async Task Makes_the_folder_and_replaces_an_earlier_report()
    {
        using var written = new Written();
        var folder = new DirectoryInfo(Path.Combine(written.Folder.FullName, "a", "b"));
        var formats = new HashSet<ReportFormat> { ReportFormat.Markdown };

        await new ReportWriter().WriteAsync(Runs.OneFailure(), folder, formats);
        await new ReportWriter().WriteAsync(Sample.Run(), folder, formats);

        (await File.ReadAllTextAsync(Path.Combine(folder.FullName, "report.md"))).Should().Contain("✓ Conforms");
    }

    [Test]
    public async Task Leaves_nothing_behind_when_stopped()
    {
        using var written = new Written();

        var act = () => new ReportWriter().WriteAsync(Sample.Run(), written.Folder, ReportWriter.AllFormats, new CancellationToken(canceled: true));

        await act.Should().ThrowAsync<OperationCanceledException>();
        written.Folder.GetFileSystemInfos().Should().BeEmpty();
    }

    [Test]
    public async Task Leaves_nothing_behind_when_one_format_cannot_be_written()
    {
        using var written = new Written();
        Directory.CreateDirectory(Path.Combine(written.Folder.FullName, "report.html"));

        var act = () => new ReportWriter().WriteAsync(Sample.Run(), written.Folder, ReportWriter.AllFormats);

        await act.Should().ThrowAsync<SystemException>();
        written.Folder.GetFiles().Should().BeEmpty();
    }

    [TestCaseSource(typeof(Runs), nameof(Runs.Names))]
    public async Task Writes_the_same_run_the_same_way_twice(string name)
    {
        foreach (var format in ReportWriter.AllFormats)
            (await Written.Text(Runs.Named(name), format)).Should().Be(await Written.Text(Runs.Named(name), format));
    }

    [TestCase("report.html")]
    [TestCase("report.json")]
    [TestCase("report.junit.xml")]
    [TestCase("report.md")]
    [TestCase("exchanges.har")]
    public async Task Never_writes_a_credential(string name)
    {
        using var written = new Written();
        var files = await new ReportWriter().WriteAsync(Hostile.Run(), written.Folder, ReportWriter.AllFormats);

        var text = await File.ReadAllTextAsync(files.Single(f => f.Name == name).FullName);

        text.Should().Contain("REDACTED");
        foreach (var secret in (string[])["s3cr3t", "K€y+42", "%2FK%E2%82%ACy", "t0ps3cret", "pass%2Dphrase", "pass-phrase"])
            text.Should().NotContainEquivalentOf(secret);
        System.Text.RegularExpressions.Regex.Unescape(System.Text.RegularExpressions.Regex.Replace(text, @"\\(?!u[0-9A-Fa-f]{4})", ""))
            .Should().NotContainEquivalentOf("K€y+42", "JSON escapes hide nothing");
    }
}
