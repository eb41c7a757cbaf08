namespace Open311.Mock.Running;

/// <summary>What came of reading a city's file again.</summary>
/// <param name="Changed">Whether the new city is served from now on.</param>
/// <param name="Problem">Why the old one goes on being served; null when the new one is.</param>
public sealed record ReloadOutcome(bool Changed, string? Problem);
