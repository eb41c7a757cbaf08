using Open311.Conformance.NUnit;
using Open311.Conformance.Requirements;

namespace Open311.Target.Tests.Certifying;

public sealed class RequirementTestsTests
{
    readonly IReadOnlyList<TestCaseData> tests = [.. RequirementTests.All()];

    [Test]
    public void Every_requirement_has_a_test_and_every_test_a_name_of_its_own()
    {
        tests.Select(t => (string)t.Arguments[0]!).Distinct().Should().Equal(RequirementCatalog.Load().Requirements.Select(r => r.Id));
        tests.Select(t => t.TestName).Should().OnlyHaveUniqueItems();
        tests.Should().Contain(t => t.TestName!.StartsWith("GR2-REQS-031 [xml] ")).And.Contain(t => t.TestName!.StartsWith("GR2-REQS-031 [json] "));
    }

    [Test]
    public void What_concerns_one_format_has_one_test()
    {
        tests.Count(t => ((string)t.Arguments[0]!).StartsWith("GR2-JSON-") && (string)t.Arguments[1]! == "xml").Should().Be(0);
        tests.Count(t => ((string)t.Arguments[0]!).StartsWith("GR2-XML-") && (string)t.Arguments[1]! == "json").Should().Be(0);
    }

    [Test]
    public void Classes_areas_and_levels_are_categories() =>
        tests.Single(t => t.TestName!.StartsWith("GR2-REQS-031 [xml]")).Properties["Category"].Cast<string>().Should().Contain(["read-xml", "gr2-requests", "must"]);
}
