using Open311.Conformance.Posting;

namespace Open311.Conformance.Tests.Posting;

public class PollScheduleTests
{
    [TestCase(0, 60)]
    [TestCase(1000, 60)]
    [TestCase(100, 2)]
    [TestCase(5000, 3600)]
    public void The_waits_add_up_to_the_limit_and_grow(int firstMilliseconds, int limitSeconds)
    {
        var waits = PollSchedule.Of(TimeSpan.FromMilliseconds(firstMilliseconds), TimeSpan.FromSeconds(limitSeconds));
        waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait).Should().BeCloseTo(TimeSpan.FromSeconds(limitSeconds), TimeSpan.FromMilliseconds(1));
        waits.SkipLast(1).Should().BeInAscendingOrder().And.OnlyContain(w => w <= TimeSpan.FromSeconds(10));
    }

    [Test]
    public void No_time_means_one_look() => PollSchedule.Of(TimeSpan.FromSeconds(1), TimeSpan.Zero).Should().BeEmpty();
}
