using Open311.Conformance.Findings;
using Open311.Reporting.Languages;

namespace Open311.Reporting.Badges;

/// <summary>A verdict in a few words, for a web page or a README.</summary>
/// <param name="Label">What is judged.</param>
/// <param name="Message">How it ended.</param>
/// <param name="Colour">Its colour, dark enough for white text on it.</param>
/// <param name="IsError">Whether the message is bad news.</param>
public sealed record Badge(string Label, string Message, string Colour, bool IsError)
{
    /// <summary>The badge of a run. It never says more than the run showed: classes by name only where each that was asked for is granted or refused.</summary>
    public static Badge Of(RunReport report, Phrases phrases)
    {
        var label = phrases[report.Subject == ReportSubject.Client ? "badge.client" : "badge.endpoint"];
        return report switch
        {
            { Outcome: RunOutcome.CouldNotTest } => new Badge(label, phrases["badge.could-not-test"], "#555b65", false),
            { Outcome: RunOutcome.Nonconformant } => new Badge(label, Violations(report, phrases), "#a11d2b", true),
            { Incomplete: not null } => new Badge(label, phrases["badge.incomplete"], "#555b65", false),
            _ => new Badge(label, Granted(report, phrases), "#146c3c", false),
        };
    }

    static string Violations(RunReport report, Phrases phrases)
    {
        var failed = report.Findings.Where(f => f.Verdict == Verdict.Fail).Select(f => f.Requirement.Id).Distinct(StringComparer.Ordinal).Count();
        return failed == 0 ? phrases["badge.nonconformant"] : phrases.Plural("badge.violated", failed);
    }

    static string Granted(RunReport report, Phrases phrases)
    {
        var granted = report.Classes.Count(c => c.Judged && c.State == ClassState.Granted);
        return granted == 0 ? phrases["badge.conforms"] : phrases.Plural("badge.granted", granted);
    }
}
