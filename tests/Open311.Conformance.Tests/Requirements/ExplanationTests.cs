using Open311.Conformance.Requirements;
using VerifyNUnit;

namespace Open311.Conformance.Tests.Requirements;

public sealed class ExplanationTests
{
    static readonly RequirementCatalog Catalog = RequirementCatalog.Load();

    [TestCase("GR2-REQS-031")]
    [TestCase("GR2-POST-022")]
    [TestCase("SD-EP-002")]
    [TestCase("GR2-ENC-002")]
    [TestCase("GR2-JUR-004")]
    public Task Tells_a_requirement_in_full(string id) => Verifier.Verify(Explanation.Of(Catalog[id]), "txt");

    [Test]
    public void Fits_a_terminal() => Catalog.Requirements
        .SelectMany(requirement => Explanation.Of(requirement).Split('\n'))
        .Where(line => line.Length > 96 && line.Trim().Contains(' '))
        .Should().BeEmpty();

    [Test]
    public void Leaves_nothing_out()
    {
        foreach (var requirement in Catalog.Requirements)
        {
            string?[] parts = [requirement.Id, requirement.Statement, requirement.Clause, requirement.Ruling, requirement.Accept, requirement.HowToTest, requirement.Fails, requirement.Passes, requirement.Fix, requirement.Effect, requirement.Untested, .. requirement.Classes, .. requirement.Needs, .. requirement.Refs];
            Flat(Explanation.Of(requirement)).Should().ContainAll(parts.OfType<string>().Select(Flat));
        }
    }

    static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
