namespace Open311.Conformance.NUnit;

/// <summary>Options that cannot be used. The message is a sentence: what was given, and what was expected.</summary>
/// <param name="message">The sentence.</param>
public sealed class ConformanceOptionsException(string message) : Exception(message);
