using Open311.Conformance.Findings;
using Open311.Conformance.Judging;
using Open311.Conformance.Preflight;
using Open311.Conformance.Requirements;
using Open311.Protocol;

namespace Open311.Conformance.Running;

/// <summary>Makes one finding of all observations of a requirement in a format, and one for every requirement that was not observed.</summary>
sealed class FindingBuilder(
    Suite suite,
    Selection selection,
    Survey? survey,
    IReadOnlyDictionary<(string Requirement, DataFormat? Format), Tally> tallies,
    IReadOnlyDictionary<string, int> numbers,
    PreflightResult preflight,
    string? incomplete)
{
    // What was exercised outranks what was not; among the exercised the gravest counts.
    static readonly Verdict[] rank = [Verdict.Fail, Verdict.Warn, Verdict.Info, Verdict.Pass, Verdict.Inconclusive, Verdict.Skipped, Verdict.NotApplicable];

    const int Further = 10;

    readonly ILookup<string, KeyValuePair<(string Requirement, DataFormat? Format), Tally>> observations = tallies.ToLookup(t => t.Key.Requirement);
    readonly ILookup<string, string> caseIds = suite.Cases.All.SelectMany(c => c.Requirements.Distinct().Select(r => (Requirement: r, c.Id))).ToLookup(p => p.Requirement, p => p.Id);

    public IReadOnlyList<Finding> Build() => [.. suite.Catalog.Requirements.SelectMany(Of)];

    IEnumerable<Finding> Of(Requirement requirement)
    {
        var observed = observations[requirement.Id].OrderBy(t => t.Key.Format is { } f ? (int)f : -1).ToList();
        var cases = caseIds[requirement.Id].ToList();
        if (!selection.WantsClass(requirement) || (cases.Count > 0 && !cases.Any(c => selection.Wants(requirement, c))))
            return [Unobserved(requirement, Verdict.Skipped, "Not asked for in this run.")];
        if (observed.Count > 0)
            return observed.Select(o => Summed(requirement, o.Key.Format, o.Value));
        if (requirement.Untested is { } untested)
            return [Unobserved(requirement, Verdict.Skipped, $"Not tested by this release: {untested}")];
        return [Unobserved(requirement, Verdict.Inconclusive, WhyNot(requirement))];
    }

    string WhyNot(Requirement requirement)
    {
        if (!preflight.IsReady)
            return $"Could not be tested: {preflight.Message}";
        if (incomplete is not null)
            return "The run ended before this could be exercised.";
        return survey?.RequestsBlocker is { } requests && requirement.Id.StartsWith("GR2-REQ", StringComparison.Ordinal)
            ? $"Could not be exercised: {requests.Reason}."
            : "Nothing in this run exercised it.";
    }

    Finding Summed(Requirement requirement, DataFormat? format, Tally tally)
    {
        var verdict = rank.First(v => tally.Count(v) > 0);
        var first = tally.First(verdict)[0];
        var count = tally.Count(verdict);
        return new Finding
        {
            Requirement = requirement,
            Verdict = verdict,
            Format = format,
            Case = first.Case,
            Message = first.Message,
            Expected = first.Expected,
            Actual = first.Actual,
            Exchange = Number(first),
            Pointer = first.Pointer,
            Line = first.Line,
            Fix = verdict is Verdict.Fail or Verdict.Warn ? requirement.Fix : null,
            Occurrences = count,
            Observations = tally.Total,
            More = [.. tally.First(verdict).Skip(1).Take(Further).Select(o => o with { Exchange = Number(o) })],
            BlockedBy = first.BlockedBy == requirement.Id ? null : first.BlockedBy,
        };
    }

    int? Number(Observation observation) =>
        observation.ExchangeKey is { } key && numbers.TryGetValue(key, out var number) ? number : null;

    static Finding Unobserved(Requirement requirement, Verdict verdict, string message) =>
        new() { Requirement = requirement, Verdict = verdict, Message = message, Occurrences = 0, Observations = 0 };
}
