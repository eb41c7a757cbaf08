namespace Open311.Mock.Disturbances;

/// <summary>Chance with a seed, for several threads: the same calls in the same order meet the same chances.</summary>
internal sealed class Dice(int seed)
{
    readonly Lock throwing = new();
    readonly Random random = new(seed);

    /// <summary>From 0 to below 1.</summary>
    public double Next()
    {
        lock (throwing)
            return random.NextDouble();
    }

    /// <summary>From the normal distribution with mean 0 and deviation 1.</summary>
    public double NextNormal()
    {
        lock (throwing)
            return Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    }
}
