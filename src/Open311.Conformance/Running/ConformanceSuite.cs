using System.Diagnostics;
using Open311.Conformance.Asking;
using Open311.Conformance.Cases;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Judging;
using Open311.Conformance.Posting;
using Open311.Conformance.Preflight;
using Open311.Conformance.Shapes;
using Open311.Conformance.Targets;

namespace Open311.Conformance.Running;

/// <summary>The suite: preflight, survey, cases, judgement. Same exchanges, clock and seed give the same findings.</summary>
/// <param name="suite">Fixtures and rules.</param>
/// <param name="memory">What its runs share; null for nothing.</param>
public sealed class ConformanceSuite(Suite suite, SuiteMemory? memory = null)
{
    // A recording is in memory as a whole, and nobody waits for answers while its trees are built: they are kept, not built again.
    const long RoomOfRecordings = 256L * 1024 * 1024;

    readonly CaseRunner runner = new(Givens.All);

    /// <summary>The suite with the fixtures it was built with.</summary>
    /// <exception cref="Fixtures.FixtureException">A fixture is malformed.</exception>
    public ConformanceSuite()
        : this(Suite.Load())
    {
    }

    /// <summary>Judges a target.</summary>
    /// <param name="target">What to test.</param>
    /// <param name="settings">How to test it.</param>
    /// <param name="source">Where exchanges come from.</param>
    /// <param name="clock">The clock; its time at the start is the instant everything is judged by.</param>
    /// <param name="progress">Told of each case; null for none.</param>
    /// <param name="cancellation">Stops asking: the report then covers what was done and says that it is incomplete.</param>
    /// <param name="journal">Told of every POST before it is sent; null for none.</param>
    public async Task<RunReport> RunAsync(
        Target target,
        RunSettings settings,
        IExchangeSource source,
        TimeProvider clock,
        IProgress<RunProgress>? progress = null,
        CancellationToken cancellation = default,
        IPostJournal? journal = null)
    {
        var started = clock.GetUtcNow();
        var evidence = new Evidence(new GuardedExchanges(source, target), settings.Patience);
        var inquirer = new Inquirer(evidence, settings, clock, target.ApiKey);
        var report = new ReportBuilder(suite, target, settings, started, evidence);
        try
        {
            progress?.Report(new(0, 0, "preflight", "preflight", 0, 0));
            var preflight = source.Offered.Count > 0
                ? new PreflightResult(PreflightState.Ready, $"A recording holds {source.Offered.Count} questions to the endpoint.", null, [])
                : await PreflightCheck.RunAsync(target, inquirer, clock, cancellation).ConfigureAwait(false);
            report.Preflight = preflight;
            if (!preflight.IsReady)
                return report.CouldNotTest(clock.GetUtcNow());
            var conversation = new Conversation(target, inquirer, memory?.Shelf ?? new ReadingShelf(source.IsLive ? ReadingShelf.Room : RoomOfRecordings));
            await JudgeAsync(report, conversation, settings, started, clock, source, journal, progress, cancellation).ConfigureAwait(false);
            report.Incomplete = evidence.Incomplete;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            report.Incomplete = "The run was interrupted; the report covers what was done until then.";
        }

        return report.Build(clock.GetUtcNow());
    }

    async Task JudgeAsync(ReportBuilder report, Conversation conversation, RunSettings settings, DateTimeOffset started, TimeProvider clock, IExchangeSource source, IPostJournal? journal, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        var surveyor = new Surveyor(conversation, suite.Shapes, settings, started, cancellation)
        {
            HoldsJson = source.Offered.Any(o => o.Ask.Format == Protocol.DataFormat.Json),
        };
        var survey = await surveyor.SurveyAsync().ConfigureAwait(false);
        report.Survey(survey, surveyor.Asked);
        var posts = new Postbox(conversation.Target, settings, survey, started, journal);
        report.Posts = posts;
        var chosen = new Selection(conversation.Target, suite.Catalog);
        var works = suite.Cases.All.Where(chosen.Wants).SelectMany(c => Examinations(c)).ToList();
        var asking = works.Where(w => !w.Case.OverAnswers).ToList();
        var reading = conversation.Target.Writes.DryRun ? [] : asking.Where(w => !w.Case.Writes);

        // One after another and after all reads: what is posted must not move under the feet of what compares lists.
        var writing = asking.Where(w => w.Case.Writes).OrderBy(w => w.Case.AfterPosts ? int.MaxValue : w.Case.Rank).ToList();
        var tracker = new ProgressTracker(progress, asking.Count, suite.Catalog, conversation);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, settings.Concurrency), CancellationToken = cancellation };
        try
        {
            await Parallel.ForEachAsync(reading, options, async (work, _) =>
            {
                tracker.Starts(work.Case);
                await RunOneAsync(work, report).ConfigureAwait(false);
                tracker.Finished(work.Record);
            }).ConfigureAwait(false);
            foreach (var work in writing)
            {
                cancellation.ThrowIfCancellationRequested();
                tracker.Starts(work.Case);
                await RunOneAsync(work, report).ConfigureAwait(false);
                tracker.Finished(work.Record);
            }
        }
        finally
        {
            // Even an interrupted run judges every answer it got.
            report.InTurn(reading.Concat(writing));
            report.Asked(asking);
            foreach (var (ask, url) in source.Offered)
                report.Offered(await conversation.AskAsync(ask, url, "recording", cancellation).ConfigureAwait(false));
            var replies = report.Replies(conversation).Where(r => !r.Ask.Elsewhere).ToList();
            // Each takes down its own; nothing is asked any more.
            Parallel.ForEach(works.Where(w => w.Case.OverAnswers), work => RunOver(work, replies, report));
            report.Observed(works);
        }

        IEnumerable<Examination> Examinations(Case c) =>
            (c.Formats.Count == 0 ? [null] : c.Formats.Select(f => (Protocol.DataFormat?)f)).Select(format => new Examination
            {
                Case = c,
                Format = format,
                Survey = survey,
                Conversation = conversation,
                Posts = posts,
                Record = new Recorder(c.Id, id => suite.Catalog[id]),
                Shapes = suite.Shapes,
                Catalog = suite.Catalog,
                Settings = source.IsLive ? settings : settings with { Pause = TimeSpan.Zero },
                Now = started,
                Random = Seeded.Of(settings.Seed, c.Id),
                Clock = clock,
                Cancellation = cancellation,
            });
    }

    // Discovery is due in both formats, whatever the endpoint offers (SD-URL-003).
    bool IsDue(Examination work) =>
        work.Format is not { } format || work.Survey.Judges(format)
        || (work.Case.Shape is { } shape && suite.Shapes[shape].Resources.All(r => r == ResourceKind.Discovery));

    async Task RunOneAsync(Examination work, ReportBuilder report)
    {
        if (!IsDue(work))
        {
            foreach (var requirement in work.Case.Requirements)
                work.NotApplicable(requirement, work.Survey.JsonReason);
            return;
        }

        if (work.Case.Writes && work.Posts.Denied is { } denied)
        {
            foreach (var requirement in work.Case.Requirements)
                work.Skipped(requirement, denied);
            return;
        }

        if (work.Case.Writes && work.Target.Writes.DryRun)
            await PlanAsync(work, report).ConfigureAwait(false);
        else
            await GuardAsync(work, report, () => JudgeAsync(work)).ConfigureAwait(false);
    }

    // A dry run goes through the cases that post as if all went well, to see what they would send; what they say of it counts for nothing.
    async Task PlanAsync(Examination work, ReportBuilder report)
    {
        var before = work.Posts.Planned.Count;
        if (!work.Case.AfterPosts)
            await GuardAsync(work, report, () => JudgeAsync(work)).ConfigureAwait(false);
        if (work.Posts.Planned.Count == before && !work.Case.AfterPosts)
            return;
        work.Record.Restore(new Recorder(work.Case.Id, id => suite.Catalog[id]).Snapshot());
        foreach (var requirement in work.Case.Requirements)
            work.Skipped(requirement, "Nothing was posted: this is a dry run.");
    }

    Task JudgeAsync(Examination work) => work.Case.Rule is { } rule ? suite.Rules.Rules[rule].JudgeAsync(work) : runner.RunAsync(work);

    void RunOver(Examination work, IReadOnlyList<Reply> replies, ReportBuilder report)
    {
        if (!IsDue(work))
        {
            foreach (var requirement in work.Case.Requirements)
                work.NotApplicable(requirement, work.Survey.JsonReason);
            return;
        }

        // What was asked without a format counts once: with XML, the required one.
        var ours = replies.Where(r => work.Format is null || (r.Ask.Format ?? Protocol.DataFormat.Xml) == work.Format).ToList();
        try
        {
            if (work.Case.Shape is { } shape)
                ShapeAnswers.Judge(work, ours, suite.Shapes[shape], suite.ShapeJudge, memory ?? new SuiteMemory());
            else
                suite.Rules.AnswersRules[work.Case.Rule!].Judge(work, ours);
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            report.Broke(work, broken);
        }
    }

    static async Task GuardAsync(Examination work, ReportBuilder report, Func<Task> judge)
    {
        try
        {
            await judge().ConfigureAwait(false);
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            // A rule that breaks is a fault of ours: told as an error of the run, never as a verdict on the target.
            report.Broke(work, broken);
        }
    }
}
