namespace Open311.Selftest.Tests.Acceptance;

/// <summary>Lawful oddities: nothing may fail on any of them, and nothing may warn that the variation does not announce.</summary>
public sealed class VariationTests
{
    [TestCaseSource(typeof(SharedRun), nameof(SharedRun.VariationIds))]
    public async Task A_lawful_variation_is_not_complained_of(string id)
    {
        var matrix = await SharedRun.MatrixAsync();
        var row = matrix.Variations.Single(v => v.Id == id);

        row.Errors.Should().BeEmpty();
        row.Problems.Should().BeEmpty();
        row.Lawful.Should().NotBeNullOrWhiteSpace();
    }
}
