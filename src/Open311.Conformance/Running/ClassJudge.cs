using Open311.Conformance.Findings;
using Open311.Conformance.Judging;
using Open311.Conformance.Requirements;
using Open311.Conformance.Targets;
using Open311.Protocol;

namespace Open311.Conformance.Running;

/// <summary>Grants or refuses conformance classes: no failed must, and every resource of the class really exercised.</summary>
sealed class ClassJudge(RequirementCatalog catalog, Target target, Survey? survey)
{
    public IReadOnlyList<ClassResult> Judge(IReadOnlyList<Finding> findings)
    {
        var results = new List<ClassResult>();
        foreach (var known in catalog.Classes)
            results.Add(One(known, findings, results));
        return results;
    }

    ClassResult One(ConformanceClass known, IReadOnlyList<Finding> findings, List<ClassResult> before)
    {
        var counting = findings
            .Where(f => f.Requirement.Classes.Contains(known.Name) && Counts(known.Name, f.Format))
            .GroupBy(f => f.Requirement)
            .ToList();
        var musts = counting.Where(g => g.Key.Level == Level.Must).ToList();
        var failed = musts.Where(g => g.Any(f => f.Verdict == Verdict.Fail)).Select(g => g.Key.Id).ToList();
        var untested = musts.Where(g => g.Key.Untested is not null).Select(g => g.Key.Id).ToList();
        var inconclusive = musts.Where(g => g.Key.Untested is null && !g.Any(IsExercised) && g.Any(f => f.Verdict == Verdict.Inconclusive)).Select(g => g.Key.Id).ToList();
        var decidable = musts.Where(g => g.Key.Untested is null && !g.All(f => f.Verdict == Verdict.NotApplicable)).ToList();
        var exercised = decidable.Count(g => g.Any(IsExercised));
        var conform = decidable.Count(g => g.Any(IsExercised) && !g.Any(f => f.Verdict == Verdict.Fail));
        var (state, why) = Decide(known, counting.SelectMany(g => g).ToList(), failed, inconclusive, before);
        return new(known.Name, known.Title, state, why, decidable.Count, exercised, conform, failed, inconclusive, untested, known.Untested is null);
    }

    (ClassState State, string Why) Decide(ConformanceClass known, List<Finding> findings, List<string> failed, List<string> inconclusive, List<ClassResult> before)
    {
        if (target.Classes.Count > 0 && !target.Classes.Contains(known.Name))
            return (ClassState.NotTested, "Not asked for.");
        if (known.Untested is { } untested)
            return (ClassState.NotTested, untested);
        if (survey is null)
            return (ClassState.NotTested, "The endpoint could not be tested.");
        if (known.Name == "read-json" && !survey.JsonJudged)
            return (ClassState.NotTested, survey.JsonReason);
        if (failed.Count > 0)
            return (ClassState.Refused, $"{failed.Count} must-requirement{(failed.Count == 1 ? " is" : "s are")} violated: {string.Join(", ", failed)}.");
        // What nobody asked for or offered is not refused because something else is.
        if (findings.TrueForAll(f => f.Verdict is Verdict.NotApplicable or Verdict.Skipped))
            return (ClassState.NotTested, Reason(findings) ?? "Nothing of it could be exercised.");
        foreach (var needed in known.Requires.Select(r => before.FirstOrDefault(b => b.Name == r)).OfType<ClassResult>().Where(r => r.State == ClassState.Refused))
            return (ClassState.Refused, $"It requires {needed.Name}, which is refused.");
        if (!findings.Any(IsExercised))
            return (ClassState.NotTested, Reason(findings) ?? "Nothing of it could be exercised.");
        if (known.Resources.FirstOrDefault(r => !Shown(r, findings)) is { } missing)
            return (ClassState.NotTested, $"{Capital(missing.Name)} could not be exercised.");
        if (findings.TrueForAll(f => f.Requirement.Level != Level.Must))
            return (ClassState.Granted, Advice(findings));
        return (ClassState.Granted, inconclusive.Count == 0
            ? "No must-requirement is violated and every resource was exercised."
            : $"No must-requirement is violated; {inconclusive.Count} could not be exercised: {string.Join(", ", inconclusive)}.");
    }

    // A class of recommendations cannot be failed; whoever reads that it is granted shall know what was recommended in vain.
    static string Advice(List<Finding> findings)
    {
        var exercised = findings.Where(IsExercised).GroupBy(f => f.Requirement.Id).ToList();
        var unmet = exercised.Where(g => g.Any(f => f.Verdict is Verdict.Warn or Verdict.Fail)).Select(g => g.Key).ToList();
        return unmet.Count == 0
            ? $"It has no must-requirement; all {exercised.Count} recommendations that could be exercised are met."
            : $"It has no must-requirement; of {exercised.Count} recommendations that could be exercised {unmet.Count} {(unmet.Count == 1 ? "is" : "are")} not met: {string.Join(", ", unmet)}.";
    }

    // What an operator did not give or declare says more than that nothing was exercised.
    static string? Reason(List<Finding> findings) => findings
        .Where(f => f.Verdict is Verdict.Skipped or Verdict.NotApplicable && f.Case is not null)
        .OrderBy(f => f.Verdict == Verdict.Skipped ? 0 : 1)
        .Select(f => f.Message)
        .FirstOrDefault();

    // The class for one format is neither held nor lost by what was seen in the other.
    static bool Counts(string className, DataFormat? format) => className switch
    {
        "read-xml" => format != DataFormat.Json,
        "read-json" => format != DataFormat.Xml,
        _ => true,
    };

    static bool Shown(ClassResource resource, List<Finding> findings)
    {
        var touching = findings.Where(f => resource.ShownBy.Contains(f.Requirement.Id)).ToList();
        return touching.Any(IsExercised) || (resource.Optional && touching.Count > 0 && touching.All(f => f.Verdict is Verdict.NotApplicable));
    }

    static bool IsExercised(Finding finding) => finding.Verdict is Verdict.Pass or Verdict.Info or Verdict.Warn or Verdict.Fail;

    static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
