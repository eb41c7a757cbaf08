namespace Open311.Mock.Disturbances;

/// <summary>A fault, delay or distribution that was asked for cannot be given. The message is one sentence.</summary>
/// <param name="message">What was received, and what was expected.</param>
public sealed class DisturbanceException(string message) : Exception(message);
