using Open311.Cli.Settings;

namespace Open311.Cli.Fleet;

/// <summary>A file of targets.</summary>
/// <param name="Common">What holds for all of them, unless an entry says otherwise.</param>
/// <param name="Entries">The targets, in the order of the file.</param>
/// <param name="IsDirectory">Whether it is somebody else's directory: then a bad entry concerns that entry alone.</param>
internal sealed record TargetList(RawSettings Common, IReadOnlyList<TargetEntry> Entries, bool IsDirectory);
