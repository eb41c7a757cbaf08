using Microsoft.Extensions.Time.Testing;
using Open311.Conformance.Exchanges;
using Open311.Testing.Wire;

namespace Open311.Conformance.Tests.Exchanges;

public sealed class PacingTests
{
    [Test]
    public async Task Sends_no_more_requests_a_second_than_allowed()
    {
        var clock = new FakeTimeProvider();
        await using var server = RawServer.Keeping(Probing.Ok("<a/>"));
        await using var probe = new HttpProbe(Probing.Settings with { Rate = 4, Concurrency = 1 }, clock);

        var first = await probe.SendAsync(Probing.Get(server.Base + "/1"), CancellationToken.None);
        var second = probe.SendAsync(Probing.Get(server.Base + "/2"), CancellationToken.None).AsTask();

        first.Outcome.Should().Be(ExchangeOutcome.Answered);
        clock.Advance(TimeSpan.FromMilliseconds(249));
        second.IsCompleted.Should().BeFalse();
        server.Requests.Should().ContainSingle();
        clock.Advance(TimeSpan.FromMilliseconds(1));
        (await second).Outcome.Should().Be(ExchangeOutcome.Answered);
        server.Requests.Should().HaveCount(2);
    }

    [Test]
    public async Task An_idle_second_is_not_made_up_for_by_a_burst()
    {
        var clock = new FakeTimeProvider();
        var pacer = new Pacer(2, clock);

        await pacer.WaitAsync(CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(10));
        await pacer.WaitAsync(CancellationToken.None);
        var next = pacer.WaitAsync(CancellationToken.None);

        next.IsCompleted.Should().BeFalse();
        clock.Advance(TimeSpan.FromMilliseconds(500));
        await next;
    }

    [Test]
    public async Task Has_no_more_requests_under_way_than_allowed()
    {
        var underWay = 0;
        var most = 0;
        var both = new SemaphoreSlim(0);
        await using var server = new RawServer(async (_, wire, end) =>
        {
            var now = Interlocked.Increment(ref underWay);
            InterlockedMax(ref most, now);
            if (now == 2)
                both.Release(100);
            await both.WaitAsync(end);
            Interlocked.Decrement(ref underWay);
            await wire.WriteAsync(System.Text.Encoding.ASCII.GetBytes(Probing.Ok("<a/>")), end);
            return true;
        });
        await using var probe = new HttpProbe(Probing.Settings with { Concurrency = 2 }, TimeProvider.System);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => probe.SendAsync(Probing.Get($"{server.Base}/{i}"), CancellationToken.None).AsTask()));

        most.Should().Be(2);
    }

    [Test]
    public async Task The_time_limit_goes_by_the_given_clock()
    {
        var clock = new FakeTimeProvider();
        var asked = new TaskCompletionSource();
        await using var server = new RawServer(async (_, _, end) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, end);
            return false;
        });
        await using var probe = new HttpProbe(Probing.Settings with { Timeout = TimeSpan.FromMinutes(5) }, clock);

        var sending = probe.SendAsync(Probing.Get(server.Base + "/"), CancellationToken.None).AsTask();
        await asked.Task;
        clock.Advance(TimeSpan.FromMinutes(5));
        var exchange = await sending;

        exchange.Outcome.Should().Be(ExchangeOutcome.TimedOut);
        exchange.Duration.Should().Be(TimeSpan.FromMinutes(5));
    }

    static void InterlockedMax(ref int place, int value)
    {
        for (var seen = Volatile.Read(ref place); seen < value; seen = Volatile.Read(ref place))
            Interlocked.CompareExchange(ref place, value, seen);
    }
}
