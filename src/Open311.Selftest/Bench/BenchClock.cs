namespace Open311.Selftest.Bench;

/// <summary>A clock that moves only when it is looked at, by a fixed step, and when somebody waits: then at once to the end of the wait.</summary>
/// <param name="start">Where it begins.</param>
/// <param name="step">How far each look moves it.</param>
/// <param name="waits">Whether waits are over at once; otherwise they never end, and a limit in time never strikes.</param>
internal sealed class BenchClock(DateTimeOffset start, TimeSpan step, bool waits) : TimeProvider
{
    long ticks = start.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Add(ref ticks, step.Ticks) - step.Ticks, TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref ticks);

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (waits && dueTime >= TimeSpan.Zero)
        {
            Advance(dueTime);
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new Never();
    }

    sealed class Never : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
