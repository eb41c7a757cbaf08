using Open311.Conformance.Baselines;
using Open311.Conformance.Findings;

namespace Open311.Conformance.NUnit.Judging;

/// <summary>Violations that do not fail: known ones of a baseline, and those that a buyer's profile does not ask about or waives.</summary>
/// <param name="report">The run.</param>
/// <param name="baseline">It held against the baseline; null without one.</param>
sealed class Pardon(RunReport report, BaselineVerdict? baseline)
{
    /// <summary>Why a violation does not fail; null when it does.</summary>
    public string? Of(Finding finding) => OfBaseline(finding) ?? OfProfile(finding);

    string? OfBaseline(Finding finding)
    {
        var known = baseline?.Kept.FirstOrDefault(k => k.Requirement == finding.Requirement.Id && (k.Format is null || k.Format == finding.Format));
        return known is null || baseline!.Expired.Contains(known) ? null : $"Known until {known.Expires:yyyy-MM-dd}; {known.Owner} answers for it: {known.Reason}";
    }

    string? OfProfile(Finding finding)
    {
        if (report.Profile is not { } verdict || verdict.Results.Any(r => r.IsRed && r.Violated.Contains(finding.Requirement.Id)))
            return null;
        var waiver = verdict.Profile.Waivers.FirstOrDefault(w => w.Requirement == finding.Requirement.Id);
        if (waiver is null)
            return $"The profile {verdict.Profile.Name} does not demand this.";
        return verdict.Expired.Contains(waiver) ? null : $"Waived by the profile {verdict.Profile.Name} until {waiver.Expires:yyyy-MM-dd}; {waiver.Owner} answers for it: {waiver.Reason}";
    }
}
