namespace Open311.Conformance.Replaying;

/// <summary>Shows one instant: that by which a recorded run was judged.</summary>
sealed class StoppedClock(DateTimeOffset instant) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => instant;
}
