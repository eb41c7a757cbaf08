namespace Open311.Conformance.Exchanges;

/// <summary>How a recorded run stopped asking before its time, because the endpoint no longer answered.</summary>
/// <param name="Reason">What was said of each question that was not asked any more.</param>
/// <param name="Incomplete">What the report said of it.</param>
public sealed record RecordedEnd(string Reason, string Incomplete);
