using Open311.Conformance.Findings;
using Open311.Conformance.Requirements;

namespace Open311.Conformance.Profiles;

/// <summary>Holds a run against a buyer's profile.</summary>
/// <param name="catalog">The requirements.</param>
public sealed class ProfileJudge(RequirementCatalog catalog)
{
    /// <summary>The verdict. It depends on findings and start of the run alone.</summary>
    public ProfileVerdict Judge(BuyerProfile profile, RunReport report)
    {
        var today = DateOnly.FromDateTime(report.Started.UtcDateTime);
        var waived = profile.Waivers.Where(w => w.Expires >= today).Select(w => w.Requirement).ToHashSet(StringComparer.Ordinal);
        return new(
            profile,
            [.. profile.Demands.Select(d => d.IsClass ? OfClass(d, report, waived) : OfRequirement(d, report, waived))],
            [.. profile.Waivers.Where(w => w.Expires < today)]);
    }

    DemandResult OfClass(ProfileDemand demand, RunReport report, HashSet<string> waived)
    {
        var title = catalog.FindClass(demand.Name)?.Title ?? demand.Name;
        var result = report.Classes.FirstOrDefault(c => c.Name == demand.Name);
        var violated = result is { State: ClassState.Refused } ? Violated(demand.Name, report) : [];
        var shown = report.Findings.FirstOrDefault(f => f.Verdict == Verdict.Fail && violated.Contains(f.Requirement.Id))?.Exchange;
        DemandResult Is(DemandState state, string why) => new(demand, title, state, why, violated, shown);
        if (result is null)
            return Is(DemandState.NotExercised, "This run says nothing about the class.");
        if (result.State == ClassState.NotTested)
            return Is(demand.Duty == Duty.IfImplemented ? DemandState.NotImplemented : DemandState.NotExercised, result.Why);
        if (result.State == ClassState.Granted)
            return Is(DemandState.Met, result.Why);
        return violated.Count > 0 && violated.All(waived.Contains)
            ? Is(DemandState.Waived, $"Refused, but what is violated is waived: {string.Join(", ", violated)}.")
            : Is(DemandState.Violated, result.Why);
    }

    // What refuses a class may stand in one that it requires.
    List<string> Violated(string name, RunReport report)
    {
        var own = report.Classes.FirstOrDefault(c => c.Name == name) is { State: ClassState.Refused } refused ? refused.Failed : [];
        return [.. own.Concat((catalog.FindClass(name)?.Requires ?? []).SelectMany(r => Violated(r, report))).Distinct(StringComparer.Ordinal)];
    }

    DemandResult OfRequirement(ProfileDemand demand, RunReport report, HashSet<string> waived)
    {
        var requirement = catalog[demand.Name];
        var findings = report.Findings.Where(f => f.Requirement.Id == requirement.Id).ToList();
        DemandResult Is(DemandState state, string why, Finding? shown = null) =>
            new(demand, requirement.Statement, state, why, state is DemandState.Violated or DemandState.Waived ? [requirement.Id] : [], shown?.Exchange);

        // A warning about a must is a variant that is tolerated; about a should it is its violation.
        var violation = findings.Find(f => f.Verdict == Verdict.Fail) ?? findings.Find(f => f.Verdict == Verdict.Warn && requirement.Level != Level.Must);
        if (violation is not null)
            return Is(waived.Contains(requirement.Id) ? DemandState.Waived : DemandState.Violated, violation.Message, violation);
        if (findings.Find(f => f.Verdict is Verdict.Pass or Verdict.Warn or Verdict.Info) is { } met)
            return Is(DemandState.Met, met.Message, met);
        var open = findings.Find(f => f.Verdict is Verdict.Inconclusive) ?? findings.FirstOrDefault();
        var isAbsent = demand.Duty == Duty.IfImplemented && findings.TrueForAll(f => f.Verdict is Verdict.NotApplicable or Verdict.Skipped or Verdict.Inconclusive);
        return Is(isAbsent ? DemandState.NotImplemented : DemandState.NotExercised, open?.Message ?? "This run says nothing about the requirement.");
    }
}
