namespace Open311.Selftest.Tests.Acceptance;

/// <summary>Single defects: each is noticed by every requirement it names, and shows in an answer.</summary>
public sealed class FaultTests
{
    const int Crowd = 3;

    [TestCaseSource(typeof(SharedRun), nameof(SharedRun.FaultIds))]
    public async Task A_single_defect_is_noticed_and_raises_no_crowd(string id)
    {
        var matrix = await SharedRun.MatrixAsync();
        var row = matrix.Faults.Single(f => f.Id == id);

        row.Errors.Should().BeEmpty();
        row.Proof.Should().NotBeNull("some answer must differ from the correct one");
        row.Missed.Should().BeEmpty($"the defect is: {row.Title} Noticed by {string.Join(", ", row.Fired)}");
        row.Follows.Should().BeSubsetOf(row.Fired.Select(f => f.Requirement), "what is said to follow excuses nothing unless it does");
        row.Unrelated.Should().HaveCountLessThanOrEqualTo(Crowd);
    }
}
