namespace Open311.Conformance.Exchanges;

/// <summary>Spreads requests evenly over time.</summary>
internal sealed class Pacer(double perSecond, TimeProvider clock)
{
    readonly Lock gate = new();
    long next = long.MinValue;

    /// <summary>Waits for the next place in the row.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellation)
    {
        if (perSecond <= 0)
            return;

        TimeSpan delay;
        lock (gate)
        {
            var now = clock.GetTimestamp();
            var mine = Math.Max(now, next);
            next = mine + (long)(clock.TimestampFrequency / perSecond);
            delay = clock.GetElapsedTime(now, mine);
        }

        if (delay > TimeSpan.Zero)
            await Task.Delay(delay, clock, cancellation);
    }
}
