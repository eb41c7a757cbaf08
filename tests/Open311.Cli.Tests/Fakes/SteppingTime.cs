using Microsoft.Extensions.Time.Testing;

namespace Open311.Cli.Tests.Fakes;

/// <summary>Time that passes as soon as somebody waits for one step of it.</summary>
internal sealed class SteppingTime(TimeSpan step) : FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 12, 34, 56, TimeSpan.Zero))
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime == step)
            ThreadPool.QueueUserWorkItem(_ => Advance(step));
        return timer;
    }
}
