using Open311.Conformance.Requirements;
using Open311.Mock.Faults;
using Open311.Reporting.Matrix;

namespace Open311.Selftest.Trials;

/// <summary>Which requirements are proved by which defects.</summary>
internal static class Coverage
{
    public static IReadOnlyList<RequirementRow> Of(RequirementCatalog catalog, FaultCatalog faults, IReadOnlyDictionary<string, string> exceptions)
    {
        var proofs = faults.All.SelectMany(f => f.Requirements.Select(r => (catalog[r].Id, Fault: f.Id))).ToLookup(p => p.Id, p => p.Fault);
        return
        [
            .. catalog.Requirements
                .Select(r => new RequirementRow { Requirement = r, Faults = [.. proofs[r.Id]], Reason = exceptions.GetValueOrDefault(r.Id) })
                .Where(r => r.IsCore || r.Faults.Count > 0),
        ];
    }
}
