using Open311.Cli.Settings;

namespace Open311.Cli.Fleet;

/// <summary>One target as its file has it.</summary>
/// <param name="Place">Where its entry begins, as a message does: <c>targets.yaml(3,5)</c>.</param>
/// <param name="Settings">What is said about it alone.</param>
/// <param name="Problem">Why it cannot be judged, where that is no reason to refuse the whole file; null for none.</param>
internal sealed record TargetEntry(string Place, RawSettings Settings, string? Problem = null);
