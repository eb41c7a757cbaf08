using Open311.Conformance.Findings;
using Open311.Reporting.Redaction;
using Open311.Reporting.Summaries;
using Open311.Reporting.Text;

namespace Open311.Reporting.Fleet;

/// <summary>One of many targets: what the index says about it. All texts are without secrets, on one line, and bounded.</summary>
public sealed record FleetEntry
{
    const int LongestName = 120;
    const int LongestUrl = 300;
    const int LongestSentence = 400;

    FleetEntry(string name, string endpoint)
    {
        Name = Line(name, LongestName);
        Endpoint = Line(endpoint, LongestUrl);
    }

    /// <summary>What the target is called.</summary>
    public string Name { get; }

    /// <summary>Its URL as it was given; empty when none was.</summary>
    public string Endpoint { get; }

    /// <summary>How it ended.</summary>
    public FleetState State { get; private init; }

    /// <summary>Why it could not be tested, or is not complete; null when there is nothing to say.</summary>
    public string? Reason { get; private init; }

    /// <summary>What to do about it.</summary>
    public string? Advice { get; private init; }

    /// <summary>The report for people, relative to the index, with forward slashes; null when none was written.</summary>
    public string? Report { get; init; }

    /// <summary>The counts; null when nothing was judged.</summary>
    public Summary? Summary { get; private init; }

    /// <summary>The classes that the release judges, in the order of the register; none where nothing was judged, or not everything.</summary>
    public IReadOnlyList<FleetClass> Classes { get; private init; } = [];

    /// <summary>Root causes, the gravest first.</summary>
    public IReadOnlyList<FleetCause> Causes { get; private init; } = [];

    /// <summary>Test records that may have to be removed there.</summary>
    public int RecordsToRemove { get; private init; }

    /// <summary>The requirements judged by; null when nothing was judged.</summary>
    public string? RequirementSet { get; private init; }

    /// <summary>When its run began; null when it did not.</summary>
    public DateTimeOffset? Started { get; private init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; private init; }

    /// <summary>What profile and baseline decide; null where it was held against neither.</summary>
    public RunOutcome? Gate { get; private init; }

    /// <summary>The same in a sentence.</summary>
    public string? HeldSentence { get; private init; }

    /// <summary>The exit code that a run of this target alone would have had; null when it was not started.</summary>
    public int? ExitCode => State switch
    {
        _ when Gate is { } gate => (int)gate,
        FleetState.Conforms => (int)RunOutcome.Conformant,
        FleetState.Nonconformant => (int)RunOutcome.Nonconformant,
        FleetState.CouldNotTest => (int)RunOutcome.CouldNotTest,
        _ => null,
    };

    /// <summary>One whose turn has not come.</summary>
    public static FleetEntry NotStarted(string name, string endpoint) => new(name, endpoint);

    /// <summary>One that could not be tested.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="endpoint">Its URL as given.</param>
    /// <param name="reason">One sentence, without secrets.</param>
    public static FleetEntry Untested(string name, string endpoint, string reason) =>
        new(name, endpoint) { State = FleetState.CouldNotTest, Reason = Line(reason, LongestSentence) };

    /// <summary>One that was judged.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="report">The run; its secrets do not get here.</param>
    public static FleetEntry Of(string name, RunReport report)
    {
        var clean = CleanReport.Of(report, SecretMask.For(report.Target));
        var ready = clean.Preflight.IsReady;
        return new FleetEntry(clean.TargetName ?? name, clean.Target.Endpoint.OriginalString)
        {
            State = report.Outcome switch
            {
                RunOutcome.Conformant => FleetState.Conforms,
                RunOutcome.Nonconformant => FleetState.Nonconformant,
                _ => FleetState.CouldNotTest,
            },
            Reason = Reasons(clean),
            Advice = !ready && clean.Preflight.Advice is { } advice ? Line(advice, LongestSentence) : null,
            Summary = ready ? report.Summary : null,
            // What an interrupted run did not come to may well have refused a class.
            Classes = ready && report.Incomplete is null ? [.. report.Classes.Where(c => c.Judged).Select(c => new FleetClass(c.Name, c.Title, c.State))] : [],
            Causes = [.. clean.Causes.Select(c => new FleetCause(c.Requirement, Statement(clean, c), c.Verdict, Line(c.Headline, LongestSentence)))],
            RecordsToRemove = report.Created.Count(c => c.MayExist),
            RequirementSet = report.RequirementSet,
            Started = report.Started,
            Duration = report.Finished - report.Started,
        };
    }

    /// <summary>The same, held against a buyer's profile or a baseline, which decide its exit code in place of the plain verdict.</summary>
    /// <param name="outcome">What they decide.</param>
    /// <param name="sentence">In a sentence, without secrets.</param>
    public FleetEntry HeldAgainst(RunOutcome outcome, string sentence) => this with { Gate = outcome, HeldSentence = Line(sentence, LongestSentence) };

    /// <summary>The same, but the reports of its run could not be written: nothing proves what it says.</summary>
    /// <param name="problem">What stood in the way.</param>
    public FleetEntry WithoutReports(string problem) => Unproven($"but the reports could not be written: {problem}");

    /// <summary>The same, but its bundle could not be written.</summary>
    /// <param name="problem">What stood in the way.</param>
    public FleetEntry WithoutBundle(string problem) => Unproven($"but its bundle could not be written: {problem}");

    FleetEntry Unproven(string problem) => this with
    {
        State = FleetState.CouldNotTest,
        Gate = null,
        Reason = Line($"{FleetWording.Result(this)}, {problem}", LongestSentence),
    };

    static string? Reasons(RunReport clean)
    {
        var sentences = new List<string>();
        if (clean.Outcome == RunOutcome.CouldNotTest && (!clean.Preflight.IsReady || (clean.Incomplete is null && clean.Errors.Count == 0)))
            sentences.Add(Wording.Explanation(clean));
        if (clean.Incomplete is { } incomplete)
            sentences.Add(incomplete);
        if (clean.Errors.Count > 0)
            sentences.Add($"{Wording.Count(clean.Errors.Count, "error")} of the tool itself: some checks could not be completed.");
        return sentences.Count == 0 ? null : Line(string.Join(' ', sentences), LongestSentence);
    }

    static string? Statement(RunReport clean, Cause cause) =>
        clean.Findings.FirstOrDefault(f => f.Requirement.Id == cause.Requirement)?.Requirement.Statement;

    static string Line(string text, int limit) => VisibleText.OneLine(Bounded.Short(text.Trim(), limit));
}
