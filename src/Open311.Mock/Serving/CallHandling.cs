using Open311.Mock.Disturbances;
using Open311.Mock.Recorded;

namespace Open311.Mock.Serving;

/// <summary>How calls are handled, beyond what the city says.</summary>
internal sealed record CallHandling
{
    public required TimeProvider Time { get; init; }

    public required Dice Dice { get; init; }

    public bool JudgeClients { get; init; } = true;

    public bool Lenient { get; init; }

    public Latency? Latency { get; init; }

    /// <summary>What was recorded of the city; null for one of the simulator's.</summary>
    public RecordedCity? Recorded { get; init; }
}
