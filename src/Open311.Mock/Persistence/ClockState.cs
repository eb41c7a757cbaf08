namespace Open311.Mock.Persistence;

/// <summary>A clock as it is written down.</summary>
/// <param name="Frozen">The instant it stands still at; null while it runs.</param>
/// <param name="AheadSeconds">How far it runs ahead of real time.</param>
internal sealed record ClockState(DateTimeOffset? Frozen, decimal AheadSeconds);
