using Open311.Conformance.Findings;
using Open311.Reporting.Matrix;
using Open311.Reporting.Tests.Samples;

namespace Open311.Reporting.Tests.Matrix;

/// <summary>Kill matrices of selftests that never took place.</summary>
static class Matrices
{
    /// <summary>One defect that is noticed, one that is missed and raises a cause of its own, and one freedom of each kind.</summary>
    public static KillMatrix Mixed() => new()
    {
        ToolVersion = "0.1.0",
        RequirementSet = "georeport-v2/2026-1",
        Faults =
        [
            new() { Id = "dates-american", Title = "Dates are written as in America.", Area = "dates", Expected = ["GR2-DATE-001"], Fired = [new("GR2-DATE-001", Verdict.Fail)], Unexpected = [], Proof = "GET requests.xml: another body" },
            new()
            {
                Id = "list-wrapped", Title = "The list is wrapped <twice>.", Area = "xml", Needs = ["a key"], IsSubtle = true, Expected = ["GR2-XML-002"], Follows = ["GR2-XML-003"],
                Fired = [new("GR2-SVC-001", Verdict.Fail)], Unexpected = [new("GR2-SVC-001", "It says so.", [new("GR2-SVC-001", Verdict.Fail)])], Proof = null, Errors = ["The case broke off."],
            },
        ],
        Variations =
        [
            new() { Id = "elements-reordered", Title = "Fields come in another order.", Area = "xml", Lawful = "No order is prescribed.", Requirements = ["GR2-XML-010"], Proof = "GET services.xml: another body" },
            new() { Id = "empty-city", Title = "There are no requests.", Area = "content", Lawful = "A city may be young.", Problems = ["fail GR2-REQS-001: no."], Warned = ["GR2-REQS-002"] },
        ],
        Requirements =
        [
            new() { Requirement = Sample.Requirement("GR2-DATE-001"), Faults = ["dates-american"] },
            new() { Requirement = Sample.Requirement("GR2-XML-002"), Faults = [] },
            new() { Requirement = Sample.Requirement("GR2-CON-009"), Faults = [], Reason = "It speaks of people." },
        ],
    };
}
