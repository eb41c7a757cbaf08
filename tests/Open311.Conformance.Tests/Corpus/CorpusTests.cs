using System.Text;
using Microsoft.Extensions.Time.Testing;
using Open311.Conformance.Findings;
using Open311.Conformance.Running;
using Open311.Conformance.Targets;
using Open311.Conformance.Tests.Support;
using Open311.Mock.Dialects;
using Open311.Testing;
using VerifyNUnit;

namespace Open311.Conformance.Tests.Corpus;

/// <summary>
/// Judges what eleven real servers answered. The approved files were read against the recordings: each finding is there for a reason.
/// </summary>
public class CorpusTests
{
    // The day the answers were recorded, at its end: nothing in them lies in the future.
    static readonly DateTimeOffset recorded = new(2026, 11, 23, 23, 59, 59, TimeSpan.Zero);

    static readonly string[] servers = ["6aika", "eindhoven", "fixmystreet", "georeport-server", "govflow", "helsinki-test", "mrich316", "open311-adapter", "open311server", "simple-crm", "ureport"];

    [TestCase("6aika")]
    [TestCase("eindhoven")]
    [TestCase("fixmystreet")]
    [TestCase("georeport-server")]
    [TestCase("govflow")]
    [TestCase("helsinki-test")]
    [TestCase("mrich316")]
    [TestCase("open311-adapter")]
    [TestCase("open311server")]
    [TestCase("simple-crm")]
    [TestCase("ureport")]
    public async Task Judges_a_recorded_server(string server)
    {
        if (Repository.Corpus is not { } corpus)
        {
            Assert.Ignore("The recorded answers of real servers are not beside this checkout (../shared/corpus).");
            return;
        }

        var report = await JudgeAsync(corpus, server);

        report.Errors.Should().BeEmpty();
        await Verifier.Verify(Lines(report));
    }

    static IEnumerable<TestCaseData> Ranked => RankedDeviation.Load().Select(d => new TestCaseData(d).SetArgDisplayNames(d.Deviation));

    [TestCaseSource(nameof(Ranked))]
    public async Task Reports_a_ranked_deviation_of_the_servers_that_have_it_and_of_no_other(RankedDeviation ranked)
    {
        if (Repository.Corpus is not { } corpus)
        {
            Assert.Ignore("The recorded answers of real servers are not beside this checkout (../shared/corpus).");
            return;
        }

        ranked.Has.Should().NotBeEmpty().And.BeSubsetOf(servers);
        foreach (var server in servers.Except(ranked.Unseen))
        {
            var report = await JudgeAsync(corpus, server);
            var failed = report.Findings.Where(f => f.Verdict == Verdict.Fail).Select(f => f.Requirement.Id).Intersect(ranked.Requirements).ToList();
            if (ranked.Has.Contains(server))
                failed.Should().NotBeEmpty($"{server} has it");
            else
                failed.Should().BeEmpty($"{server} does not have it");
        }
    }

    static IEnumerable<TestCaseData> Likenesses => DialectCatalog.Load().All.Where(d => d.Corpus is not null).Select(d => new TestCaseData(d).SetArgDisplayNames(d.Id));

    /// <summary>A dialect lists what the recorded answers of the same program show; where it does not, its file says why, and nothing is explained that is not so.</summary>
    [TestCaseSource(nameof(Likenesses))]
    public async Task A_dialect_lists_what_recorded_answers_of_the_same_program_show(Dialect dialect)
    {
        if (Repository.Corpus is not { } corpus)
        {
            Assert.Ignore("The recorded answers of real servers are not beside this checkout (../shared/corpus).");
            return;
        }

        var likeness = dialect.Corpus!;
        servers.Should().Contain(likeness.Server);
        var report = await JudgeAsync(corpus, likeness.Server);

        report.Errors.Should().BeEmpty();
        // That a recording is judged over http says nothing of the program.
        var shown = report.Findings.Where(f => f.Verdict is Verdict.Fail or Verdict.Warn).Select(f => f.Requirement.Id).Where(id => id != "GR2-HTTP-007").ToHashSet();
        var listed = dialect.Deviations.SelectMany(d => d.Requirements.Concat(d.Warns)).ToHashSet();
        likeness.Unseen.SelectMany(u => u.Requirements).Should().BeEquivalentTo(listed.Except(shown), "these are listed in fixtures/dialects/{0}.yaml and not shown by {1}", dialect.Id, likeness.Server);
        likeness.Besides.SelectMany(u => u.Requirements).Should().BeEquivalentTo(shown.Except(listed), "these are shown by {1} and not listed in fixtures/dialects/{0}.yaml", dialect.Id, likeness.Server);
        // What the recording fails, the dialect must not call a warning, unless it is explained.
        var failed = report.Findings.Where(f => f.Verdict == Verdict.Fail).Select(f => f.Requirement.Id).ToHashSet();
        failed.Intersect(listed).Should().BeSubsetOf(dialect.Deviations.SelectMany(d => d.Requirements));
    }

    [Test]
    public void Every_program_of_the_corpus_that_a_dialect_speaks_like_is_compared() =>
        DialectCatalog.Load().All.Where(d => d.Corpus is not null).Select(d => $"{d.Id} {d.Corpus!.Server}").Should().BeEquivalentTo(
            "bloomington ureport", "eindhoven eindhoven", "fixmystreet fixmystreet", "helsinki 6aika", "open311-adapter open311-adapter");

    static Task<RunReport> JudgeAsync(string corpus, string server) => new ConformanceSuite().RunAsync(
        new Target { Endpoint = ScriptedQuestion.Endpoint, Classes = ["discovery", "read-xml", "read-json", "quality"] },
        new RunSettings { Pause = TimeSpan.Zero },
        new CorpusRecording(Path.Combine(corpus, server)),
        new FakeTimeProvider(recorded));

    static string Lines(RunReport report)
    {
        var text = new StringBuilder();
        text.Append($"preflight: {report.Preflight.State}: {report.Preflight.Message}\n");
        foreach (var known in report.Classes.Where(c => c.State != ClassState.NotTested))
            text.Append($"class {known.Name}: {known.State.Word()}\n");
        foreach (var finding in report.Findings.Where(f => f.Verdict is Verdict.Fail or Verdict.Warn))
        {
            text.Append($"{finding.Verdict.Word().ToUpperInvariant()} {finding.Requirement.Id}{(finding.Format is { } f ? $" {f}" : "")}");
            text.Append($"{(finding.BlockedBy is { } root ? $" (follows from {root})" : "")}: {finding.Message}\n");
        }

        return text.ToString();
    }
}
