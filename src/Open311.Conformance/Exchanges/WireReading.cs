namespace Open311.Conformance.Exchanges;

/// <summary>What the raw bytes of an answer are.</summary>
/// <param name="Answer">The answer; null when there is not even a status line.</param>
/// <param name="IsComplete">Whether the whole answer is there.</param>
/// <param name="IsTooLarge">Whether its content exceeds the limit.</param>
/// <param name="Breaking">Why it counts as broken, in a sentence; null when it does not.</param>
internal sealed record WireReading(Answer? Answer, bool IsComplete, bool IsTooLarge, string? Breaking);
