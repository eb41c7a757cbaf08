using Open311.Reporting.Tests.Samples;
using VerifyNUnit;

namespace Open311.Reporting.Tests.Summaries;

sealed class PlainSummaryTests
{
    [TestCaseSource(typeof(Runs), nameof(Runs.Names))]
    public async Task Reads_in_ten_seconds(string name) =>
        await Verifier.Verify(string.Join('\n', PlainSummary.Lines(Runs.Named(name))));

    [TestCaseSource(typeof(Runs), nameof(Runs.Names))]
    public void Fits_a_terminal(string name)
    {
        var lines = PlainSummary.Lines(Runs.Named(name));

        lines.Should().HaveCountLessThan(100).And.OnlyContain(line => !line.Any(char.IsControl));
        lines.Where(line => line.Length > 80 && line.Trim().Contains(' ')).Should().BeEmpty("only a word that cannot be broken may be longer");
    }

    [Test]
    public void Shows_the_gravest_causes_and_how_many_more_there_are()
    {
        var report = Runs.OneFailure();
        report = report with { Causes = [.. Enumerable.Repeat(report.Causes[0], 12)] };

        var lines = PlainSummary.Lines(report);

        lines.Count(line => line.StartsWith("  fail  ", StringComparison.Ordinal)).Should().Be(5);
        lines.Should().Contain("  and 7 more in the report.");
    }

    [Test]
    public void Never_shows_a_credential() =>
        string.Join(' ', PlainSummary.Lines(Hostile.Run())).Should().NotContain("s3cr3t").And.NotContain("t0ps3cret");
}
