namespace Open311.Mock.Running;

/// <summary>How a clock stands.</summary>
/// <param name="Frozen">The instant it stands still at; null while it runs.</param>
/// <param name="Ahead">How far it runs ahead of real time; zero while it stands still.</param>
internal sealed record ClockSetting(DateTimeOffset? Frozen, TimeSpan Ahead);
