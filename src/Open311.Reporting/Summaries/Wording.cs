using System.Globalization;
using Open311.Conformance.Findings;
using Open311.Reporting.Languages;

namespace Open311.Reporting.Summaries;

/// <summary>The sentences that every form of the report shares, so that none says something else than the next. Without a language they are English.</summary>
static class Wording
{
    const int CommitDigits = 12;

    /// <summary>What can be said in two or three words.</summary>
    public static string Verdict(RunReport report, Phrases? phrases = null) => In(phrases)[report switch
    {
        { Outcome: RunOutcome.CouldNotTest } => "outcome.could-not-test",
        { Outcome: RunOutcome.Nonconformant } => "outcome.nonconformant",
        { Incomplete: not null } => "outcome.incomplete",
        _ => "outcome.conforms",
    }];

    /// <summary>The verdict explained in plain words; those of the preflight are English in every language.</summary>
    public static string Explanation(RunReport report, Phrases? phrases = null)
    {
        var failed = Distinct(report, Conformance.Findings.Verdict.Fail);
        var warned = Distinct(report, Conformance.Findings.Verdict.Warn);
        var say = In(phrases);
        return report switch
        {
            { Outcome: RunOutcome.CouldNotTest, Preflight.IsReady: false } => report.Preflight.Message,
            { Outcome: RunOutcome.CouldNotTest } => say["explanation.nothing"],
            { Outcome: RunOutcome.Nonconformant } when failed > 0 => say.Plural("explanation.failed", failed),
            { Outcome: RunOutcome.Nonconformant } => say.Plural("explanation.strict", warned),
            _ when warned > 0 => say.Say($"explanation.warned.{SubjectKey(report)}.{(warned == 1 ? "one" : "other")}", ("warnings", say.Count("warning", warned))),
            _ => say["explanation.met"],
        };
    }

    /// <summary>What the report is called.</summary>
    public static string Title(RunReport report, Phrases? phrases = null) => In(phrases)[$"title.{SubjectKey(report)}"];

    /// <summary>Whom the report is about, in a word.</summary>
    public static string Subject(RunReport report, Phrases? phrases = null) => In(phrases)[$"subject.{SubjectKey(report)}"];

    /// <summary>The one number everybody asks for.</summary>
    public static string Headline(RunReport report, Phrases? phrases = null) => Musts(report.Summary, phrases);

    /// <summary><c>140 of 142 must-requirements exercised, 139 conform</c>.</summary>
    public static string Musts(Summary summary, Phrases? phrases = null) => In(phrases).Say("headline",
        ("exercised", summary.MustsExercised), ("musts", summary.Musts), ("conform", summary.MustsConform));

    /// <summary>What was tested: its name, or host and path.</summary>
    public static string TargetTitle(RunReport report) => report.TargetName ?? TargetUrl(report.Target.Endpoint);

    /// <summary>The URL without its scheme.</summary>
    public static string TargetUrl(Uri url) => url.IsAbsoluteUri ? url.Authority + url.AbsolutePath.TrimEnd('/') : url.OriginalString;

    /// <summary><c>GR2-REQS-031 in XML</c>.</summary>
    public static string Name(Finding finding) =>
        finding.Format is { } format ? $"{finding.Requirement.Id} in {format.ToString().ToUpperInvariant()}" : finding.Requirement.Id;

    /// <summary>A version for people: of the commit behind the plus sign as much as names it. Programs find the whole of it in the JSON and in the head of the page.</summary>
    public static string Build(string version) =>
        version.IndexOf('+', StringComparison.Ordinal) is >= 0 and var plus && version.Length > plus + CommitDigits ? version[..(plus + 1 + CommitDigits)] : version;

    /// <summary>An instant as <c>2026-11-23 14:05:09 UTC</c>, in every language.</summary>
    public static string Utc(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A duration as <c>2.4 s</c> or <c>3 min 12 s</c>.</summary>
    public static string Duration(TimeSpan duration, Phrases? phrases = null) => duration.TotalSeconds < 60
        ? In(phrases).Say("duration.seconds", ("s", In(phrases).Fixed(duration.TotalSeconds, 1)))
        : In(phrases).Say("duration.minutes", ("m", $"{(int)duration.TotalMinutes}"), ("s", duration.Seconds));

    /// <summary><c>1 warning</c>, <c>2 warnings</c>: English, for the terminal.</summary>
    public static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    static Phrases In(Phrases? phrases) => phrases ?? Phrases.In(Language.English);

    static string SubjectKey(RunReport report) => report.Subject == ReportSubject.Client ? "client" : "endpoint";

    static int Distinct(RunReport report, Verdict verdict) =>
        report.Findings.Where(f => f.Verdict == verdict).Select(f => f.Requirement.Id).Distinct(StringComparer.Ordinal).Count();
}
