namespace Open311.Mock.Running;

/// <summary>A city cannot run as asked, or a state cannot be taken over. The message is one sentence for the user.</summary>
/// <param name="message">What was received, what was expected, and what to do.</param>
/// <param name="inner">What was behind it, if anything.</param>
public sealed class CityException(string message, Exception? inner = null) : Exception(message, inner);
