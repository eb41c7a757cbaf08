namespace Open311.Mock.Persistence;

/// <summary>An event of a request's course as it is written down.</summary>
/// <param name="At">When.</param>
/// <param name="Status"><c>open</c> or <c>closed</c>.</param>
/// <param name="Notes">The status_notes; null for none.</param>
internal sealed record EventState(DateTimeOffset At, string Status, string? Notes);
