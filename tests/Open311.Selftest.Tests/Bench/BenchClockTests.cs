using Open311.Selftest.Bench;

namespace Open311.Selftest.Tests.Bench;

public sealed class BenchClockTests
{
    static readonly DateTimeOffset start = new(2026, 6, 15, 10, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task Is_at_the_end_of_a_wait_at_once()
    {
        var clock = new BenchClock(start, TimeSpan.Zero, waits: true);
        await Task.Delay(TimeSpan.FromDays(3), clock);
        clock.GetUtcNow().Should().Be(start.AddDays(3));
    }

    [Test]
    public void Moves_with_each_look()
    {
        var clock = new BenchClock(start, TimeSpan.FromSeconds(1), waits: true);
        clock.GetUtcNow().Should().Be(start);
        clock.GetUtcNow().Should().Be(start.AddSeconds(1));
    }

    [Test]
    public void Lets_no_limit_strike_where_waits_do_not_end()
    {
        var clock = new BenchClock(start, TimeSpan.Zero, waits: false);
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(1), clock);
        limit.IsCancellationRequested.Should().BeFalse();
        clock.GetUtcNow().Should().Be(start);
    }
}
