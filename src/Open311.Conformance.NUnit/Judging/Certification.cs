using Open311.Conformance.Baselines;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Profiles;
using Open311.Conformance.Requirements;
using Open311.Conformance.Running;
using Open311.Reporting.Summaries;

namespace Open311.Conformance.NUnit.Judging;

/// <summary>One run of the suite, as the tests see it.</summary>
sealed class Certification
{
    readonly RunReport report;
    readonly FindingTexts texts;
    readonly FindingTests findings;
    readonly BaselineVerdict? baseline;

    Certification(RunReport report, IReadOnlyDictionary<string, IReadOnlyList<string>> tests, BaselineVerdict? baseline)
    {
        this.report = report;
        this.baseline = baseline;
        texts = new FindingTexts(report);
        findings = new FindingTests(report, tests, texts, new Pardon(report, baseline));
    }

    /// <summary>Why nothing could be tested; null when something could.</summary>
    public string? WhyNot => report.Preflight.IsReady ? null : $"The server could not be tested, so that this says nothing about conformance: {texts.Preflight}";

    /// <summary>The reports, where some were asked for.</summary>
    public IReadOnlyList<FileInfo> Attachments { get; private init; } = [];

    /// <summary>Judges a server.</summary>
    /// <param name="options">What the test project says, with URLs.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="ConformanceOptionsException">An option cannot be used.</exception>
    /// <exception cref="Fixtures.FixtureException">Baseline or profile cannot be used.</exception>
    public static async Task<Certification> RunAsync(ConformanceOptions options, CancellationToken cancellation)
    {
        var suite = Suite.Load();
        var reader = new OptionsReader(options);
        var target = reader.Target(suite.Catalog);
        var known = options.Baseline is { } file ? Baseline.Read(NamedFile.Get(file, "baseline"), file, suite.Catalog) : null;
        var profile = options.Profile is { } name ? ProfileOf(name, suite.Catalog) : null;
        var settings = reader.Settings(target);
        var report = await JudgeAsync(suite, target, settings, cancellation).ConfigureAwait(false);
        if (profile is not null)
            report = report with { Profile = new ProfileJudge(suite.Catalog).Judge(profile, report) };
        var files = options.Reports is { } folder ? await ReportFiles.WriteAsync(report, known, new DirectoryInfo(folder), cancellation).ConfigureAwait(false) : [];
        return Of(suite, report, known, files);
    }

    /// <summary>Reads a run as tests.</summary>
    /// <param name="suite">Knows the tests.</param>
    /// <param name="report">The run.</param>
    /// <param name="known">The failures known; null for no baseline.</param>
    /// <param name="attachments">Its reports.</param>
    public static Certification Of(Suite suite, RunReport report, Baseline? known = null, IReadOnlyList<FileInfo>? attachments = null)
    {
        var tests = suite.Catalog.Requirements.ToDictionary(r => r.Id, r => RequirementTests.FormatsOf(suite, r));
        return new(report, tests, known is null ? null : BaselineVerdict.Of(known, report)) { Attachments = attachments ?? [] };
    }

    /// <summary>The verdict of one requirement in one format.</summary>
    public TestVerdict Of(string requirement, string format) => findings.Of(requirement, format);

    /// <summary>The verdict of the run itself.</summary>
    public TestVerdict OfRun()
    {
        if (texts.Troubles is { Count: > 0 } troubles)
            return new(TestState.Failed, string.Join('\n', troubles));
        if (report.Outcome != RunOutcome.CouldNotTest)
            return new(TestState.Passed, texts.Outcome);
        var untested = report.Classes.Where(c => c.State == ClassState.NotTested && c.Judged).Select(c => $"  {c.Name}: {c.Why}");
        return new(TestState.Failed, string.Join('\n', untested.Prepend($"{texts.Outcome} Classes that were not tested:")));
    }

    /// <summary>Whether the baseline still says what is so.</summary>
    public TestVerdict OfBaseline()
    {
        if (baseline is null)
            return new(TestState.Ignored, "No baseline was given.");
        string[] lines =
        [
            .. baseline.Stale.Select(k => $"{k.Name} is met now; remove the entry."),
            .. baseline.Expired.Select(k => $"{k.Name} had to be mended by {k.Expires:yyyy-MM-dd}; {k.Owner} answers for it: {k.Reason}"),
        ];
        return lines.Length > 0 ? new(TestState.Failed, string.Join('\n', lines)) : new(TestState.Passed, $"{baseline.Kept.Count} known failures, {baseline.Open.Count} not exercised.");
    }

    /// <summary>Whether the buyer's profile is met.</summary>
    public TestVerdict OfProfile()
    {
        if (report.Profile is not { } verdict)
            return new(TestState.Ignored, "No profile was given.");
        var lines = verdict.Results.Where(r => r.IsRed || r.IsOpen).Select(r => $"  {r.Demand.Duty.Word()} {r.Demand.Name}: {r.State.Word()}. {r.Why}")
            .Concat(verdict.Expired.Select(w => $"  The waiver of {w.Requirement} expired on {w.Expires:yyyy-MM-dd}; {w.Owner} answers for it: {w.Reason}"))
            .Prepend(verdict.Sentence);
        return new(verdict.Met switch { true => TestState.Passed, false => TestState.Failed, _ => TestState.Inconclusive }, string.Join('\n', lines));
    }

    static async Task<RunReport> JudgeAsync(Suite suite, Targets.Target target, Targets.RunSettings settings, CancellationToken cancellation)
    {
        await using var probe = new HttpProbe(settings, TimeProvider.System);
        return await new ConformanceSuite(suite).RunAsync(target, settings, probe, TimeProvider.System, cancellation: cancellation).ConfigureAwait(false);
    }

    static BuyerProfile ProfileOf(string name, RequirementCatalog catalog) => ProfileBook.Shipped.Contains(name)
        ? ProfileBook.Load(name, catalog)
        : ProfileBook.Load(NamedFile.Get(name, $"file, nor a shipped profile ({string.Join(", ", ProfileBook.Shipped)}),"), name, catalog);
}
