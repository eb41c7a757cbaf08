using Open311.Conformance.Asking;

namespace Open311.Conformance.Exchanges;

/// <summary>A question that a recording made by others holds an answer to.</summary>
/// <param name="Ask">The question in the terms of the specification.</param>
/// <param name="Url">The URL it was sent to.</param>
public sealed record OfferedQuestion(Ask Ask, Uri Url);
