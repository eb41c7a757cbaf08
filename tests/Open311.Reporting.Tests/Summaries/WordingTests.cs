using Open311.Conformance.Findings;
using Open311.Conformance.Requirements;
using Open311.Protocol;
using Open311.Reporting.Areas;
using Open311.Reporting.Languages;
using Open311.Reporting.Summaries;
using Open311.Reporting.Tests.Samples;

namespace Open311.Reporting.Tests.Summaries;

sealed class WordingTests
{
    [TestCase("conformant", "Conforms", "Every must-requirement that was exercised is met.")]
    [TestCase("one-failure", "Does not conform", "1 must-requirement of the specification is violated.")]
    [TestCase("incomplete", "Incomplete: no violation found so far", "Every must-requirement that was exercised is met.")]
    [TestCase("could-not-test", "Could not be tested", "https://city.example/open311/v2/services.xml answers 404.")]
    [TestCase("nothing", "Could not be tested", "Nothing could be exercised, so nothing can be said about conformance, good or bad.")]
    public void Tells_the_verdict_in_plain_words(string run, string verdict, string explanation)
    {
        Wording.Verdict(Runs.Named(run)).Should().Be(verdict);
        Wording.Explanation(Runs.Named(run)).Should().Be(explanation);
    }

    [Test]
    public void A_violation_found_before_an_interruption_stays_a_violation() =>
        Wording.Verdict(Runs.OneFailure() with { Incomplete = "Interrupted." }).Should().Be("Does not conform");

    [Test]
    public void Counts_a_requirement_once_however_many_formats_violate_it()
    {
        var report = Runs.OneFailure() with { Findings = [Sample.Fail("GR2-ENC-003", DataFormat.Xml), Sample.Fail("GR2-ENC-003", DataFormat.Json), Sample.Fail("GR2-ENC-004")] };

        Wording.Explanation(report).Should().Be("2 must-requirements of the specification are violated.");
    }

    [Test]
    public void Warnings_do_not_refuse_but_are_mentioned()
    {
        var report = Sample.Run() with { Findings = [Sample.Fail("GR2-ENC-003", level: Level.Should)] };

        Wording.Explanation(report).Should().Be("Every must-requirement that was exercised is met; 1 warning may trouble clients.");
    }

    [TestCase(0.04, "0.0 s")]
    [TestCase(12.34, "12.3 s")]
    [TestCase(59.9, "59.9 s")]
    [TestCase(192, "3 min 12 s")]
    [TestCase(7_260, "121 min 0 s")]
    public void Durations_are_short(double seconds, string text) => Wording.Duration(TimeSpan.FromSeconds(seconds)).Should().Be(text);

    [Test]
    public void Instants_are_in_utc() =>
        Wording.Utc(new DateTimeOffset(2026, 11, 23, 1, 30, 0, TimeSpan.FromHours(2))).Should().Be("2026-11-22 23:30:00 UTC");

    [TestCase("GR2-REQS-031", "GR2-REQS", "Lists of service requests")]
    [TestCase("GR2-REQ-001", "GR2-REQ", "Single service requests")]
    [TestCase("EXT-PAGE-003", "EXT", "Extensions")]
    [TestCase("V1-DET-001", "V1", "GeoReport v1")]
    [TestCase("NEW-THING-001", "NEW", "NEW")]
    public void Requirements_belong_to_areas(string id, string key, string title) => Area.Of(id, Phrases.In(Language.English)).Should().Be(new Area(key, title));

    [Test]
    public void What_was_not_tested_is_grouped_by_reason_and_each_requirement_named_once()
    {
        var report = Sample.Run() with
        {
            Findings =
            [
                Sample.Untested("A-1", Verdict.Skipped, "Needs a key."),
                Sample.Untested("A-2", Verdict.Inconclusive, "No data."),
                Sample.Untested("A-3", Verdict.Skipped, "Needs a key."),
                Sample.Untested("A-3", Verdict.Skipped, "Needs a key.") with { Format = DataFormat.Json },
                Sample.Untested("A-4", Verdict.Inconclusive, "As sent.", blockedBy: "A-9"),
                Sample.Pass("A-5"),
            ],
        };

        var groups = NotTested.In(report);

        groups.Should().BeEquivalentTo(
        [
            new NotTested(Verdict.Inconclusive, "No data.", null, ["A-2"]),
            new NotTested(Verdict.Inconclusive, "Could not be exercised because A-9 is violated.", "A-9", ["A-4"]),
            new NotTested(Verdict.Skipped, "Needs a key.", null, ["A-1", "A-3"]),
        ]);
    }

    [Test]
    public void A_requirement_that_no_case_decides_says_why()
    {
        var finding = Sample.Untested("A-1", Verdict.Skipped, "Not tested.");
        finding = finding with { Requirement = finding.Requirement with { Untested = "Cannot be seen from outside." } };

        NotTested.In(Sample.Run() with { Findings = [finding] }).Single().Reason.Should().Be("Cannot be seen from outside.");
    }

    [Test]
    public void Lines_break_at_blanks_and_keep_long_words_whole()
    {
        var url = "https://city.example/" + new string('x', 100);

        var lines = TextWrap.Lines($"Read {url} and then {string.Join(' ', Enumerable.Repeat("word", 30))}.", "  fail  ").ToList();

        lines[0].Should().Be("  fail  Read");
        lines[1].Should().Be("        " + url);
        lines.Where(l => !l.Contains(url, StringComparison.Ordinal)).Should().OnlyContain(l => l.Length <= 78);
        lines.Skip(1).Should().OnlyContain(l => l.StartsWith("        "));
    }

    [TestCase("0.1.0", "0.1.0")]
    [TestCase("0.1.0+4d52942cfa15f0547f5dfe661aaf9cc73e56ae44", "0.1.0+4d52942cfa15")]
    [TestCase("0.1.0+ab12", "0.1.0+ab12")]
    [TestCase("", "")]
    public void A_version_names_its_commit_in_as_many_digits_as_do(string version, string expected) => Wording.Build(version).Should().Be(expected);
}
