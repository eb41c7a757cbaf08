using System.Globalization;
using Open311.Conformance.Findings;

namespace Open311.Reporting.Summaries;

/// <summary>The sentences that every form of the report shares, so that none says something else than the next.</summary>
static class Wording
{
    /// <summary>What can be said in two or three words.</summary>
    public static string Verdict(RunReport report) => report switch
    {
        { Outcome: RunOutcome.CouldNotTest } => "Could not be tested",
        { Outcome: RunOutcome.Nonconformant } => "Does not conform",
        { Incomplete: not null } => "Incomplete: no violation found so far",
        _ => "Conforms",
    };

    /// <summary>The verdict explained in plain words.</summary>
    public static string Explanation(RunReport report)
    {
        var failed = Distinct(report, Conformance.Findings.Verdict.Fail);
        var warned = Distinct(report, Conformance.Findings.Verdict.Warn);
        return report switch
        {
            { Outcome: RunOutcome.CouldNotTest, Preflight.IsReady: false } => report.Preflight.Message,
            { Outcome: RunOutcome.CouldNotTest } => "Nothing could be exercised, so nothing can be said about conformance, good or bad.",
            { Outcome: RunOutcome.Nonconformant } when failed > 0 =>
                $"{Count(failed, "must-requirement")} of the specification {Are(failed)} violated.",
            { Outcome: RunOutcome.Nonconformant } =>
                $"No must-requirement is violated, but {(warned == 1 ? "1 warning counts as a violation" : $"{Count(warned, "warning")} count as violations")}, as asked for (strict).",
            _ when warned > 0 =>
                $"Every must-requirement that was exercised is met; {Count(warned, "warning")} may trouble {(report.Subject == ReportSubject.Client ? "servers" : "clients")}.",
            _ => "Every must-requirement that was exercised is met.",
        };
    }

    /// <summary>What the report is called.</summary>
    public static string Title(RunReport report) => report.Subject == ReportSubject.Client ? "Open311 client scorecard" : "Open311 conformance";

    /// <summary>Whom the report is about, in a word.</summary>
    public static string Subject(RunReport report) => report.Subject == ReportSubject.Client ? "client" : "endpoint";

    /// <summary>The one number everybody asks for.</summary>
    public static string Headline(RunReport report) => string.Create(CultureInfo.InvariantCulture,
        $"{report.Summary.MustsExercised} of {report.Summary.Musts} must-requirements exercised, {report.Summary.MustsConform} conform");

    /// <summary>What was tested: its name, or host and path.</summary>
    public static string TargetTitle(RunReport report) => report.TargetName ?? TargetUrl(report.Target.Endpoint);

    /// <summary>The URL without its scheme.</summary>
    public static string TargetUrl(Uri url) => url.IsAbsoluteUri ? url.Authority + url.AbsolutePath.TrimEnd('/') : url.OriginalString;

    /// <summary><c>GR2-REQS-031 in XML</c>.</summary>
    public static string Name(Finding finding) =>
        finding.Format is { } format ? $"{finding.Requirement.Id} in {format.ToString().ToUpperInvariant()}" : finding.Requirement.Id;

    /// <summary>An instant as <c>2026-11-23 14:05:09 UTC</c>.</summary>
    public static string Utc(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A duration as <c>2.4 s</c> or <c>3 min 12 s</c>.</summary>
    public static string Duration(TimeSpan duration) => duration.TotalSeconds < 60
        ? FormattableString.Invariant($"{duration.TotalSeconds:0.0} s")
        : FormattableString.Invariant($"{(int)duration.TotalMinutes} min {duration.Seconds} s");

    /// <summary><c>1 warning</c>, <c>2 warnings</c>.</summary>
    public static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    static string Are(int count) => count == 1 ? "is" : "are";

    static int Distinct(RunReport report, Verdict verdict) =>
        report.Findings.Where(f => f.Verdict == verdict).Select(f => f.Requirement.Id).Distinct(StringComparer.Ordinal).Count();
}
