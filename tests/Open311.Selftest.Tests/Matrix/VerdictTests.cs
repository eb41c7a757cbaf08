using Open311.Conformance.Findings;
using Open311.Conformance.Requirements;
using Open311.Reporting.Matrix;

namespace Open311.Selftest.Tests.Matrix;

/// <summary>What keeps a kill matrix from holding.</summary>
public sealed class VerdictTests
{
    static readonly FaultRow noticed = new()
    {
        Id = "f",
        Title = "F.",
        Area = "a",
        Expected = ["GR2-SVC-001"],
        Fired = [new("GR2-SVC-001", Verdict.Fail)],
        Unexpected = [],
        Proof = "GET /: another body",
    };

    static readonly VariationRow quiet = new() { Id = "v", Title = "V.", Area = "a", Lawful = "Because.", Proof = "GET /: another body" };

    [Test]
    public void Holds_where_all_is_noticed_and_nothing_complained_of() => Of(noticed, quiet).Holds.Should().BeTrue();

    [Test]
    public void Does_not_hold_with_a_miss()
    {
        var matrix = Of(noticed with { Expected = ["GR2-SVC-001", "GR2-SVC-002"] }, quiet);
        matrix.Holds.Should().BeFalse();
        string.Join("\n", MatrixSummary.Lines(matrix)).Should().Contain("The fault f is not noticed by GR2-SVC-002");
    }

    [Test]
    public void Does_not_hold_with_a_fault_that_changes_nothing() => Of(noticed with { Proof = null }, quiet).Holds.Should().BeFalse();

    [Test]
    public void Does_not_hold_with_a_complaint() => Of(noticed, quiet with { Problems = ["fail GR2-SVC-001: no."] }).Holds.Should().BeFalse();

    [Test]
    public void Does_not_hold_with_an_error_of_the_suite() => Of(noticed with { Errors = ["It broke."] }, quiet).Holds.Should().BeFalse();

    [Test]
    public void Does_not_hold_with_a_must_that_nothing_proves()
    {
        var must = RequirementCatalog.Load()["GR2-SVC-001"];
        var matrix = Of(noticed, quiet) with { Part = null, Requirements = [new() { Requirement = must, Faults = [] }] };
        matrix.Holds.Should().BeFalse();
        (matrix with { Requirements = [new() { Requirement = must, Faults = [], Reason = "It cannot be." }] }).Holds.Should().BeTrue();
        (matrix with { Requirements = [new() { Requirement = must, Faults = ["f"] }] }).Holds.Should().BeTrue();
    }

    [Test]
    public void Does_not_hold_where_faults_raise_crowds()
    {
        var crowd = noticed with { Unexpected = [new("GR2-XML-001", "No.", [new("GR2-XML-001", Verdict.Fail), new("GR2-XML-002", Verdict.Warn)])] };
        crowd.Unrelated.Should().Equal("GR2-XML-001");
        var whole = Of(crowd, quiet) with { Part = null };
        whole.MeanUnrelated.Should().Be(1);
        whole.Holds.Should().BeFalse();
    }

    static KillMatrix Of(FaultRow fault, VariationRow variation) =>
        new() { ToolVersion = "1", RequirementSet = "set", Part = "a part", Faults = [fault], Variations = [variation], Requirements = [] };
}
