namespace Open311.Mock.Disturbances;

/// <summary>Texts that ask for a disturbance.</summary>
public static class DisturbanceText
{
    /// <summary>Refuses what cannot be read; whether a fault of that id exists is not looked at.</summary>
    /// <param name="text">Such as <c>status=503@0.2</c>.</param>
    /// <exception cref="DisturbanceException">It cannot be read.</exception>
    public static void Check(string text) => Disturbance.Parse(text);
}
