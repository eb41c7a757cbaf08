using System.Globalization;
using Open311.Conformance.Findings;

namespace Open311.Reporting.Matrix;

/// <summary>The sentences that every form of the kill matrix shares.</summary>
static class MatrixWording
{
    public static string Verdict(KillMatrix matrix) => matrix.Holds
        ? "every fault is noticed, no variation is complained of"
        : $"{Problems(matrix).Count} problem{(Problems(matrix).Count == 1 ? "" : "s")}";

    /// <summary>The verdict as a heading.</summary>
    public static string Headline(KillMatrix matrix)
    {
        var verdict = Verdict(matrix);
        return char.ToUpperInvariant(verdict[0]) + verdict[1..];
    }

    public static IReadOnlyList<(string Name, string Value)> Facts(KillMatrix matrix)
    {
        var musts = matrix.Requirements.Where(r => r.IsDue).ToList();
        var shoulds = matrix.Requirements.Where(r => r is { IsCore: true, Requirement.Level: Conformance.Requirements.Level.Should }).ToList();
        List<(string, string)> facts =
        [
            ("Requirement set", matrix.RequirementSet),
            ("Faults noticed", $"{matrix.Faults.Count - matrix.Misses.Count} of {matrix.Faults.Count}, {matrix.Faults.Count(f => f.IsSubtle)} of them subtle"),
            ("Faults shown to differ from the correct city", $"{matrix.Faults.Count - matrix.NoOps.Count} of {matrix.Faults.Count}"),
            ("Variations without complaint", $"{matrix.Variations.Count - matrix.Complaints.Count} of {matrix.Variations.Count}"),
            ("Unrelated failing requirements per fault", $"{Number(matrix.MeanUnrelated)} on average (goal: below {Number(KillMatrix.MostUnrelated)})"),
        ];
        if (matrix.Part is null)
        {
            facts.Add(("Must-requirements of GeoReport v2 and Service Discovery with a fault", $"{musts.Count(r => r.Faults.Count > 0)} of {musts.Count}, {matrix.Excused.Count} excused with a reason"));
            facts.Add(("Should-requirements of the same with a fault", $"{shoulds.Count(r => r.Faults.Count > 0)} of {shoulds.Count}"));
            facts.Add(("Faults per requirement that has any", Number(matrix.Requirements.Where(r => r.Faults.Count > 0).Select(r => (double)r.Faults.Count).DefaultIfEmpty().Average())));
        }

        return facts;
    }

    public static IReadOnlyList<string> Problems(KillMatrix matrix) =>
    [
        .. matrix.Misses.Select(f => $"The fault {f.Id} is not noticed by {string.Join(", ", f.Missed)}; {(f.Fired.Count == 0 ? "nothing noticed it" : $"noticed by {Fired(f.Fired)}")}."),
        .. matrix.NoOps.Select(f => $"With the fault {f.Id} no answer differs from that of the correct city, so it proves nothing."),
        .. matrix.Complaints.SelectMany(v => v.Problems.Select(p => $"The variation {v.Id}: {p}")),
        .. matrix.Unproven.Select(r => $"No fault proves {r.Requirement.Id}, and fixtures/selftest/without-fault.yaml gives no reason."),
        .. matrix.Errors.Select(e => $"The suite itself failed: {e}"),
        .. matrix.Part is null && matrix.MeanUnrelated >= KillMatrix.MostUnrelated ? (string[])[$"{Number(matrix.MeanUnrelated)} unrelated requirements fail per fault, expected below {Number(KillMatrix.MostUnrelated)}."] : [],
    ];

    public static string WithoutFault(RequirementRow row) =>
        row.Reason ?? (row.Requirement.Untested is { } untested ? $"Not tested by this release: {untested}" : row.IsDue ? "none" : "none (not a must)");

    public static string Word(FaultRow fault, string requirement) =>
        fault.Fired.FirstOrDefault(f => f.Requirement == requirement)?.Verdict.Word() ?? "missed";

    public static string Related(FaultRow fault)
    {
        var strange = fault.Unexpected.SelectMany(u => u.Fired).Select(f => f.Requirement).ToHashSet();
        var related = fault.Fired.Where(f => !fault.Expected.Contains(f.Requirement) && !strange.Contains(f.Requirement)).ToList();
        return related.Count == 0 ? "none" : Fired(related);
    }

    public static string Fired(IEnumerable<FiredRequirement> fired) =>
        string.Join(", ", fired.Select(f => f.Verdict == Conformance.Findings.Verdict.Fail ? f.Requirement : $"{f.Requirement} ({f.Verdict.Word()})"));

    static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
